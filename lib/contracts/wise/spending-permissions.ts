import { z } from 'zod';

export const spendingPermission = z.looseObject({
  type: z.string(),
  isEnabled: z.boolean(),
  isLocked: z.boolean(),
});
export type SpendingPermission = z.infer<typeof spendingPermission>;

/** GET spending-permissions. */
export const spendingPermissionList = z.looseObject({ permissions: z.array(spendingPermission) });

/** One switch to set; an `isLocked` sent along is read-only and ignored. */
export const spendingPermissionChange = z.object({ type: z.string(), isEnabled: z.boolean() });
export type SpendingPermissionChange = z.infer<typeof spendingPermissionChange>;

/** PATCH v4: all or nothing, at most six, each type once. PATCH v3 takes one bare `spendingPermissionChange`. */
export const spendingPermissionsBody = z.object({
  permissions: z.array(spendingPermissionChange).max(6),
});
