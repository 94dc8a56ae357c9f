import { z } from 'zod';
import { int64 } from './int64.ts';

export const userDetails = z.looseObject({
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  phoneNumber: z.string().nullish(),
});

/** GET /v1/me and the answer to a registration. */
export const user = z.looseObject({
  id: int64,
  name: z.string().nullish(),
  email: z.string(),
  active: z.boolean(),
  details: userDetails.nullish(),
});
export type User = z.infer<typeof user>;

/** POST /v1/user/signup/registration_code. Wise asks for a registration code of 32 characters or more. */
export const registrationRequest = z.object({
  email: z.string(),
  registrationCode: z.string(),
  language: z.string().optional(),
});
