import { z } from 'zod';
import { consolePermissions, personFlags, roles } from '../catalogues/console-permissions.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './session.ts';

export const branch = z.object({ id: z.string(), name: z.string() });
/** `mustSetPassword`: signed in with a temporary password; everything but setting an own one is refused. */
export const sessionReply = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    flags: z.array(z.enum(personFlags)),
  }),
  role: z.enum(roles),
  consolePermissions: z.array(z.enum(consolePermissions as [string, ...string[]])),
  branches: z.array(branch),
  environment: z.enum(['emulator', 'sandbox', 'production']),
  mustSetPassword: z.boolean(),
  expiresAt: instant,
  confirmedUntil: instant.nullable(),
});
export const confirmSessionBody = z.strictObject({ password: z.string().min(1).max(200) });
export const confirmSessionReply = z.object({ confirmedUntil: instant });
export const setPasswordBody = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().min(12).max(200),
});

export const getSession = serveEndpoint(endpoints.getSession, { reply: sessionReply });
export const setPassword = serveEndpoint(endpoints.setPassword, {
  body: setPasswordBody,
  reply: z.object({}),
  audit: { action: 'session.set-password', target: () => ({ type: 'person', id: 'self' }) },
});
export const confirmSession = serveEndpoint(endpoints.confirmSession, {
  body: confirmSessionBody,
  reply: confirmSessionReply,
  audit: { action: 'session.confirm', target: () => ({ type: 'person', id: 'self' }) },
});
