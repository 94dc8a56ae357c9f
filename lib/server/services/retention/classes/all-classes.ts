import 'server-only';
import type { RetentionClassName } from '../../../../catalogues/retention.ts';
import { cardTransactionsClass } from './card-transactions.ts';
import { closedCasesClass } from './closed-cases.ts';
import {
  accessLogClass,
  evidenceClass,
  transactionExportsClass,
  webhookDeliveriesClass,
} from './plain-classes.ts';
import type { RetentionWork } from './retention-work.ts';

const works: Record<RetentionClassName, RetentionWork> = {
  'closed-cases': closedCasesClass,
  evidence: evidenceClass,
  'card-transactions': cardTransactionsClass,
  'webhook-deliveries': webhookDeliveriesClass,
  'transaction-exports': transactionExportsClass,
  'access-log': accessLogClass,
};

export const workOf = (name: RetentionClassName): RetentionWork => works[name];
