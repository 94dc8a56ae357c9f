import { z } from 'zod';
import { count } from './int64.ts';

/** The form fields of POST /oauth/token; the client's id and secret travel as HTTP Basic. */
export const tokenRequest = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('client_credentials') }),
  z.object({
    grant_type: z.literal('registration_code'),
    client_id: z.string().min(1),
    email: z.email(),
    registration_code: z.string().min(1),
  }),
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.string().min(1),
    code: z.string().min(1),
    redirect_uri: z.string().min(1),
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string().min(1) }),
]);
export type TokenRequest = z.infer<typeof tokenRequest>;
export const grantTypes = [
  'client_credentials',
  'registration_code',
  'authorization_code',
  'refresh_token',
] as const satisfies readonly TokenRequest['grant_type'][];

/** `expires_in` in seconds. The refresh fields and `created_at` come with user tokens only. Tokens are opaque and may be long. */
export const tokenReply = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: count,
  expires_at: z.string().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: count.optional(),
  refresh_token_expires_at: z.string().optional(),
  scope: z.string().optional(),
  created_at: z.string().optional(),
});
export type TokenReply = z.infer<typeof tokenReply>;
