import { z } from 'zod';

/** POST /v1/user/signup/registration_code. Wise asks for a registration code of 32 characters or more. */
export const registrationRequest = z.object({
  email: z.string(),
  registrationCode: z.string(),
  language: z.string().optional(),
});
