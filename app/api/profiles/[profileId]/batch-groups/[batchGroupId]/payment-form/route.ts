import { readPaymentForm } from '@/lib/contracts/batch-payments.schema';
import { route } from '@/lib/server/http/route';
import { readPaymentForm as read } from '@/lib/server/services/batch-groups/payments/payment-form';

export const GET = route(readPaymentForm, ({ runtime, params, query }) => read(runtime, params, query));
