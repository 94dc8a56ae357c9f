import * as activities from './activities.schema.ts';
import * as approvalRules from './approval-rules.schema.ts';
import * as approvals from './approvals.schema.ts';
import * as audit from './audit.schema.ts';
import * as batchBeforeFunding from './batch-before-funding.schema.ts';
import * as batchFunding from './batch-funding.schema.ts';
import * as batchGroups from './batch-groups.schema.ts';
import * as batchPayouts from './batch-payouts.schema.ts';
import * as batchPayments from './batch-payments.schema.ts';
import * as batchRows from './batch-rows.schema.ts';
import * as branches from './branches.schema.ts';
import * as bulk from './bulk.schema.ts';
import * as cardHolds from './card-holds.schema.ts';
import * as cardOrderList from './card-order-list.schema.ts';
import * as cardOrderWrites from './card-order-writes.schema.ts';
import * as cardOrders from './card-orders.schema.ts';
import * as cardProductions from './card-productions.schema.ts';
import * as cardTransactions from './card-transactions.schema.ts';
import * as casePatterns from './case-patterns.schema.ts';
import * as cases from './cases.schema.ts';
import * as cards from './cards.schema.ts';
import * as connections from './connections.schema.ts';
import * as declineReasons from './decline-reasons.schema.ts';
import * as deskRules from './desk-rules.schema.ts';
import type { ServedEndpoint } from './endpoint-schema.ts';
import * as directDebits from './direct-debits.schema.ts';
import * as events from './events.schema.ts';
import * as evidence from './evidence.schema.ts';
import * as find from './find.schema.ts';
import * as handOvers from './hand-overs.schema.ts';
import * as health from './health.schema.ts';
import * as kioskBoard from './kiosk-board.schema.ts';
import * as newCodes from './new-codes.schema.ts';
import * as legalHolds from './legal-holds.schema.ts';
import * as overview from './overview.schema.ts';
import * as plastic from './plastic.schema.ts';
import * as printJobs from './print-jobs.schema.ts';
import * as profiles from './profiles.schema.ts';
import * as retention from './retention.schema.ts';
import * as sca from './sca.schema.ts';
import * as sensitiveDetails from './sensitive-details.schema.ts';
import * as session from './session.schema.ts';
import * as spendingPermissions from './spending-permissions.schema.ts';
import * as staff from './staff.schema.ts';
import * as transactionExports from './transaction-exports.schema.ts';
import * as transactionNumbers from './transaction-numbers.schema.ts';
import * as transactions from './transactions.schema.ts';
import * as vault from './vault.schema.ts';
import * as views from './views.schema.ts';
import * as webhooks from './webhooks.schema.ts';

export const isServedEndpoint = (value: unknown): value is ServedEndpoint =>
  typeof value === 'object' && value !== null && 'endpoint' in value && 'schemas' in value;

/** What each noun's endpoints take and give, by the names they are exported under. */
export const contractModules: Record<string, Record<string, unknown>> = {
  activities,
  approvalRules,
  approvals,
  audit,
  batchBeforeFunding,
  batchFunding,
  batchGroups,
  batchPayouts,
  batchPayments,
  batchRows,
  branches,
  bulk,
  cards,
  casePatterns,
  cases,
  cardHolds,
  cardOrderList,
  cardOrderWrites,
  cardOrders,
  cardProductions,
  cardTransactions,
  connections,
  declineReasons,
  deskRules,
  directDebits,
  events,
  evidence,
  find,
  handOvers,
  health,
  kioskBoard,
  newCodes,
  legalHolds,
  overview,
  plastic,
  printJobs,
  profiles,
  retention,
  sca,
  sensitiveDetails,
  session,
  spendingPermissions,
  staff,
  transactionExports,
  transactionNumbers,
  transactions,
  vault,
  views,
  webhooks,
};

/** Every endpoint of the console: tests walk over it, and hold it equal to the routes that exist. */
export const allEndpoints: ServedEndpoint[] = Object.values(contractModules).flatMap((module) =>
  Object.values(module).filter(isServedEndpoint),
);
