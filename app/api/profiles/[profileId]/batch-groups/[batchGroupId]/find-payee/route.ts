import { findPayee } from '@/lib/contracts/batch-payments.schema';
import { route } from '@/lib/server/http/route';
import { findPayee as find } from '@/lib/server/services/batch-groups/payments/find-payee';

export const POST = route(findPayee, ({ runtime, params, body }) => find(runtime, params, body.text));
