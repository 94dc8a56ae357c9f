import type { z } from 'zod';
import type { ConsolePermission } from '../catalogues/console-permissions.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './session.schema.ts';

export type Branch = z.output<typeof schema.branch>;
export type Session = Omit<z.output<typeof schema.sessionReply>, 'consolePermissions'> & {
  consolePermissions: ConsolePermission[];
};

export const getSession = defineEndpoint<{ reply: Session }>()({
  method: 'GET',
  path: '/api/session',
  consolePermission: 'signed-in',
});

export const setPassword = defineEndpoint<{
  body: z.input<typeof schema.setPasswordBody>;
  reply: Record<string, never>;
}>()({ method: 'POST', path: '/api/session/password', consolePermission: 'signed-in' });
