import type { z } from 'zod';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './spending-permissions.schema.ts';

export type SpendingPermission = z.output<typeof schema.spendingPermission>;
export type SpendingPermissions = z.output<typeof schema.spendingPermissionsReply>;

export const getSpendingPermissions = defineEndpoint<{ params: CardPath; reply: SpendingPermissions }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/spending-permissions',
  consolePermission: 'cards.read',
});

/** All of them or none; answers with the state read again from Wise. */
export const updateSpendingPermissions = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.updateSpendingPermissionsBody>;
  reply: SpendingPermissions;
}>()({
  method: 'PATCH',
  path: '/api/profiles/{profileId}/cards/{cardToken}/spending-permissions',
  consolePermission: 'spending-permissions.write',
  needsIdempotencyKey: true,
});
