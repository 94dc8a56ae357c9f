import { readTransferForm } from '@/lib/contracts/batch-payments.schema';
import { route } from '@/lib/server/http/route';
import { readTransferForm as read } from '@/lib/server/services/batch-groups/payments/transfer-form';

export const GET = route(readTransferForm, ({ runtime, params, query }) => read(runtime, params, query));
