import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './profiles.schema.ts';

export type ProfileConnection = z.output<typeof schema.profileConnection>;
export type Profile = z.output<typeof schema.profile>;

export const listProfiles = defineEndpoint<{ reply: z.output<typeof schema.profileList> }>()({
  method: 'GET',
  path: '/api/profiles',
  consolePermission: 'cards.read',
});
export const getProfileConnection = defineEndpoint<{
  params: { profileId: string };
  reply: z.output<typeof schema.profileConnection>;
}>()({ method: 'GET', path: '/api/profiles/{profileId}/connection', consolePermission: 'cards.read' });
