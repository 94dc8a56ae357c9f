import { matchedRoutes } from 'hono/route';
import { coverage, type OperationId, routesOf } from '../coverage.ts';
import type { Settings } from '../settings.ts';
import type { EmulatorContext } from '../wise/context.ts';

export type Risk = 'high' | 'low';

/**
 * What Wise marks as protected. Emulator choice: card data and payments, which Wise does not classify, are of high risk; of
 * the names of action types Wise shows a single one.
 */
const protectedOperations: readonly { id: OperationId; risk: Risk; actionType: string }[] = [
  {
    id: 'POST /twcard-data/v1/sensitive-card-data/details',
    risk: 'high',
    actionType: 'CARD__GET_SENSITIVE_DETAILS',
  },
  { id: 'POST /twcard-data/v1/sensitive-card-data/pin', risk: 'high', actionType: 'CARD__GET_PIN' },
  {
    id: 'POST /v3/profiles/{profileId}/transfers/{transferId}/payments',
    risk: 'high',
    actionType: 'TRANSFER__FUND',
  },
  {
    id: 'POST /v3/profiles/{profileId}/batch-payments/{batchGroupId}/payments',
    risk: 'high',
    actionType: 'BATCH_GROUP__FUND',
  },
  {
    id: 'POST /v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations',
    risk: 'high',
    actionType: 'BATCH_GROUP__INITIATE_PAYMENT',
  },
];

/** What is asked while a token is being cleared never needs one itself. */
const exemptOperations: readonly OperationId[] = [
  'GET /v1/one-time-token/status',
  'GET /v1/identity/one-time-token/status',
  'POST /v1/one-time-token/sms/trigger',
  'POST /v1/one-time-token/sms/verify',
  'POST /v1/one-time-token/whatsapp/trigger',
  'POST /v1/one-time-token/whatsapp/verify',
  'POST /v1/one-time-token/voice/trigger',
  'POST /v1/one-time-token/voice/verify',
  'POST /v2/profiles/{profileId}/pin/verify',
  'POST /v2/profiles/{profileId}/device-fingerprints/verify',
  'POST /v2/profiles/{profileId}/sca-sessions/authorise',
];

const operationOfRoute = new Map(
  coverage.flatMap((operation) => {
    const { method, paths } = routesOf(operation);
    return paths.map((path) => [`${method} ${path}`, operation.id] as const);
  }),
);

/** The operation that is going to answer; none for a path nobody knows. */
export function operationOf(c: EmulatorContext): OperationId | null {
  for (const { method, path } of matchedRoutes(c)) {
    const id = operationOfRoute.get(`${method} ${path}`);
    if (id) return id;
  }
  return null;
}

const lowMark = 'low:';

/** @returns null where no confirmation is asked for */
export function riskOf(required: Settings['scaRequired'], id: OperationId, path: string): Risk | null {
  if (required === false || exemptOperations.includes(id)) return null;
  if (required === true) return protectedOperations.find((operation) => operation.id === id)?.risk ?? null;
  const isMeant = (text: string) => text === id || path.includes(text);
  if (required.some((text) => !text.startsWith(lowMark) && isMeant(text))) return 'high';
  const isLow = required.some((text) => text.startsWith(lowMark) && isMeant(text.slice(lowMark.length)));
  return isLow ? 'low' : null;
}

/** null where Wise's name is not known and none was made up. */
export const actionTypeOf = (id: OperationId): string | null =>
  protectedOperations.find((operation) => operation.id === id)?.actionType ?? null;
