import {
  getSpendingPermissions,
  updateSpendingPermissions,
} from '@/lib/contracts/spending-permissions.schema';
import { route } from '@/lib/server/http/route';
import {
  changeSpendingPermissions,
  readSpendingPermissions,
} from '@/lib/server/services/spending-permissions';

export const GET = route(getSpendingPermissions, ({ runtime, card }) =>
  readSpendingPermissions(runtime, card),
);

export const PATCH = route(updateSpendingPermissions, ({ runtime, card, body }) =>
  changeSpendingPermissions(runtime, card, body.permissions),
);
