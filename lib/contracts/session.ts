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

/** Shows again that it is the signed-in person who sits here; what needs it says `confirm_required`. */
export const confirmSession = defineEndpoint<{
  body: z.input<typeof schema.confirmSessionBody>;
  reply: z.output<typeof schema.confirmSessionReply>;
}>()({ method: 'POST', path: '/api/session/confirm', consolePermission: 'signed-in' });
