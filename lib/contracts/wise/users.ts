import { z } from 'zod';
import { int64 } from './int64.ts';

/** GET /v1/me: whose token it is. A user who has only signed up has no name yet. */
export const wiseUser = z.looseObject({
  id: int64,
  name: z.string().nullish(),
  email: z.string().nullish(),
});

/** POST /v1/user/signup/registration_code. Wise asks for a registration code of 32 characters or more. */
export const registrationRequest = z.object({
  email: z.string(),
  registrationCode: z.string(),
  language: z.string().optional(),
});
