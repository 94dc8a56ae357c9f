import { z } from 'zod';
import { spendingPermissionTypes } from '../catalogues/spending-permissions.ts';
import { instant, int64Text, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './spending-permissions.ts';

const cardPath = z.strictObject({ profileId: int64Text, cardToken: z.uuid() });
export const spendingPermission = z.object({
  type: z.string(),
  isEnabled: z.boolean(),
  isLocked: z.boolean(),
});
export const spendingPermissionsReply = z.object({
  permissions: z.array(spendingPermission),
  readAt: instant,
});
export const updateSpendingPermissionsBody = z.strictObject({
  permissions: z
    .array(z.strictObject({ type: z.enum(spendingPermissionTypes), isEnabled: z.boolean() }))
    .min(1)
    .max(6)
    .refine(
      (list) => new Set(list.map((item) => item.type)).size === list.length,
      'Each type may stand once.',
    ),
});

export const getSpendingPermissions = serveEndpoint(endpoints.getSpendingPermissions, {
  params: cardPath,
  reply: spendingPermissionsReply,
});
export const updateSpendingPermissions = serveEndpoint(endpoints.updateSpendingPermissions, {
  params: cardPath,
  body: updateSpendingPermissionsBody,
  reply: spendingPermissionsReply,
  audit: {
    action: 'spending-permissions.update',
    details: (body: z.output<typeof updateSpendingPermissionsBody>) => ({ changes: body.permissions }),
    target: ({ params }) => ({ type: 'card', id: params.cardToken ?? '', profileId: params.profileId ?? '' }),
  },
});
