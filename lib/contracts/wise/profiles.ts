import { z } from 'zod';
import { int64 } from './int64.ts';

export const profileAddress = z.looseObject({
  addressFirstLine: z.string().nullish(),
  city: z.string().nullish(),
  countryIso2Code: z.string().nullish(),
  postCode: z.string().nullish(),
});

/** `type` is PERSONAL or BUSINESS today; `currentState` HIDDEN, VISIBLE or DEACTIVATED. Both are left open. */
export const profile = z.looseObject({
  type: z.string(),
  id: int64,
  publicId: z.string().optional(),
  userId: int64.optional(),
  address: profileAddress.nullish(),
  email: z.string().nullish(),
  currentState: z.string().optional(),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
  fullName: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  businessName: z.string().optional(),
});
export type Profile = z.infer<typeof profile>;

/** GET /v2/profiles: a bare array, no paging. */
export const profileList = z.array(profile);

/** `data` of profiles#state-change: ACTIVE, WITHDRAW_ONLY, VIEW_ONLY, DEACTIVATED. The profile is read for what it is now. */
export const profileStateChange = z.looseObject({ resource: z.looseObject({ id: int64 }) });
