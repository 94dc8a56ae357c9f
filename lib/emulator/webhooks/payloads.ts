import type { CardStatusChangeData } from '../../contracts/wise/webhook-events.ts';
import { printMilliseconds, printTime } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { CardRecord } from '../entities.ts';
import { producedWords } from '../issuing/production-codes.ts';
import { payoutFailures } from '../money/payout-failures.ts';
import type { BalanceRecord } from '../money/records.ts';
import { authorise, capture } from '../transactions/steps.ts';
import { cardOrderStatusPayload, cardProductionPayload } from './card-payloads.ts';
import {
  activeCasesPayload,
  balanceUpdatePayload,
  paymentInitiationPayload,
  payoutFailurePayload,
  refundPayload,
  transferStateChangePayload,
} from './money-payloads.ts';
import { cardTransactionPayload } from './transaction-payload.ts';

/** Makes an event's `data` for a schema version. */
export type PayloadMaker = (version: string) => Record<string, unknown>;

type WithNumericId<T> = T extends { resource: infer R }
  ? Omit<T, 'resource'> & { resource: Omit<R, 'profile_id'> & { profile_id: number } }
  : never;

export function cardStatusChangePayload(
  card: Pick<CardRecord, 'token' | 'profileId' | 'clientId' | 'status'>,
  changedBy: string,
  occurredAtMs: number,
): PayloadMaker {
  return (version) =>
    ({
      resource: {
        type: 'card',
        profile_id: card.profileId,
        client_id: card.clientId,
        card_token: card.token,
      },
      card_status: card.status,
      changed_by: changedBy,
      occurred_at: printTime(occurredAtMs, version),
    }) satisfies WithNumericId<CardStatusChangeData>;
}

const dummyBalance: BalanceRecord = {
  id: 0,
  profileId: 0,
  currency: 'EUR',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  amount: 170,
  reservedAmount: 0,
  creationTime: '',
  modificationTime: '',
};
const dummyTransfer = { id: 0, profileId: 0, targetAccount: 0, status: 'processing' };

/** Wise: test notifications have the right structure with dummy data: random UUIDs and ids 0. */
export const testPayloads: Record<string, (random: Random, clientId: string, nowMs: number) => PayloadMaker> =
  {
    'cards#card-status-change': (random, clientId, nowMs) =>
      cardStatusChangePayload(
        { token: random.uuid(), profileId: 0, clientId, status: 'ACTIVE' },
        clientId,
        nowMs,
      ),
    'cards#transaction-state-change': (random, clientId, nowMs) => {
      const card = {
        token: random.uuid(),
        profileId: 0,
        clientId,
        lastFourDigits: '0000',
        cardProgram: { name: '', scheme: 'VISA', defaultCurrency: 'EUR', cardType: 'VIRTUAL' },
      };
      const amount = { amount: 100, currency: 'EUR' };
      const held = authorise({ id: 0, card, type: 'ECOM_PURCHASE', amount, atMs: nowMs });
      return cardTransactionPayload(capture(held, nowMs), card);
    },
    'cards#card-production-status-change': (random, clientId, nowMs) =>
      cardProductionPayload(
        {
          status: 'PRODUCED',
          kioskId: 'WIS00001',
          occurredAt: printMilliseconds(nowMs),
          errorCode: null,
          description: producedWords,
        },
        { token: random.uuid(), profileId: 0, clientId },
      ),
    'cards#card-order-status-change': (random, clientId, nowMs) =>
      cardOrderStatusPayload(
        {
          id: 0,
          profileId: 0,
          clientId,
          cardToken: random.uuid(),
          cardProgram: { name: 'VISA_DEBIT_CONSUMER_UK_1' },
          deliveryOption: 'KIOSK_COLLECTION',
          status: 'PRODUCED',
        },
        nowMs,
      ),
    'transfers#state-change': (_random, _clientId, nowMs) =>
      transferStateChangePayload(dummyTransfer, 'incoming_payment_waiting', nowMs),
    'transfers#active-cases': () => activeCasesPayload(dummyTransfer, ['deposit_amount_less_invoice']),
    'transfers#refund': (_random, _clientId, nowMs) =>
      refundPayload(dummyTransfer, { amount: 100, currency: 'EUR' }, nowMs),
    'transfers#payout-failure': (_random, _clientId, nowMs) =>
      payoutFailurePayload(dummyTransfer, {
        code: 'WRONG_ID_NUMBER',
        description: payoutFailures.WRONG_ID_NUMBER,
        atMs: nowMs,
      }),
    'balances#update': (_random, _clientId, nowMs) =>
      balanceUpdatePayload(dummyBalance, {
        minor: 7000,
        channel: 'TRANSFER',
        reference: '0',
        stepId: 0,
        atMs: nowMs,
      }),
    'batch-payment-initiations#state-change': (random, _clientId, nowMs) =>
      paymentInitiationPayload(
        { id: 0, batchGroupId: random.uuid(), profileId: 0, status: 'PROCESSING' },
        'NEW',
        { returnCode: '200', atMs: nowMs },
      ),
  };

export function printEnvelope(
  subscriptionId: string,
  eventType: string,
  version: string,
  sentAtMs: number,
  makeData: PayloadMaker,
): string {
  return JSON.stringify({
    data: makeData(version),
    subscription_id: subscriptionId,
    event_type: eventType,
    schema_version: version,
    sent_at: printTime(sentAtMs, version),
  });
}
