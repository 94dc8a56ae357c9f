import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './profiles.schema.ts';

export type Profile = z.output<typeof schema.profile>;

export const listProfiles = defineEndpoint<{ reply: z.output<typeof schema.profileList> }>()({
  method: 'GET',
  path: '/api/profiles',
  consolePermission: 'cards.read',
});
