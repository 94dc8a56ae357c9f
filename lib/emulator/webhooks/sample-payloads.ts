import { printMilliseconds } from '../core/clock.ts';
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
import {
  accountDetailsPaymentPayload,
  balanceAccountPayload,
  balanceCreditPayload,
  cddCheckPayload,
  disputePayload,
  overdraftPayload,
  profileStatePayload,
  provisioningPayload,
  type SampleAbout,
  threeDsPayload,
  userStatePayload,
  verificationStatePayload,
} from './other-payloads.ts';
import { cardStatusChangePayload, type PayloadMaker } from './payloads.ts';
import { cardTransactionPayload } from './transaction-payload.ts';

const transferOf = ({ id, profileId }: SampleAbout) => ({
  id,
  profileId,
  targetAccount: 0,
  status: 'processing',
});
const cardOf = ({ cardToken, clientId, profileId }: SampleAbout) => ({
  token: cardToken,
  profileId,
  clientId,
  lastFourDigits: '0000',
  cardProgram: {
    name: 'VISA_DEBIT_CONSUMER_UK_1',
    scheme: 'VISA',
    defaultCurrency: 'EUR',
    cardType: 'VIRTUAL',
  },
});
const balanceOf = ({ id, profileId }: SampleAbout): BalanceRecord => ({
  id,
  profileId,
  currency: 'EUR',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  amount: 170,
  reservedAmount: 0,
  creationTime: '',
  modificationTime: '',
});

function sampleTransaction(about: SampleAbout): PayloadMaker {
  const card = cardOf(about);
  const amount = { amount: 100, currency: 'EUR' };
  const held = authorise({ id: about.id, card, type: 'ECOM_PURCHASE', amount, atMs: about.nowMs });
  return cardTransactionPayload(capture(held, about.nowMs), card);
}

/** A body of each event that concerns cards, people, balances and transfers, in the form Wise documents. */
export const samplePayloads: Record<string, (about: SampleAbout) => PayloadMaker> = {
  'cards#card-status-change': (about) =>
    cardStatusChangePayload({ ...cardOf(about), status: 'ACTIVE' }, about.clientId, about.nowMs),
  'cards#card-production-status-change': (about) =>
    cardProductionPayload(
      {
        status: 'PRODUCED',
        kioskId: 'WIS00001',
        occurredAt: printMilliseconds(about.nowMs),
        errorCode: null,
        description: producedWords,
      },
      cardOf(about),
    ),
  'cards#card-order-status-change': (about) =>
    cardOrderStatusPayload(
      {
        ...cardOf(about),
        id: about.id,
        cardToken: about.cardToken,
        deliveryOption: 'KIOSK_COLLECTION',
        status: 'PRODUCED',
      },
      about.nowMs,
    ),
  'cards#transaction-state-change': sampleTransaction,
  'cards#3ds-challenge': threeDsPayload,
  'cards#manual-provisioning-verification': provisioningPayload,
  'transaction-disputes#update': disputePayload,
  'batch-payment-initiations#state-change': ({ id, nowMs, profileId, random }) =>
    paymentInitiationPayload({ id, batchGroupId: random.uuid(), profileId, status: 'PROCESSING' }, 'NEW', {
      returnCode: '200',
      atMs: nowMs,
    }),
  'transfers#state-change': (about) =>
    transferStateChangePayload(transferOf(about), 'incoming_payment_waiting', about.nowMs),
  'transfers#active-cases': (about) => activeCasesPayload(transferOf(about), ['deposit_amount_less_invoice']),
  'transfers#refund': (about) =>
    refundPayload(transferOf(about), { amount: 100, currency: 'EUR' }, about.nowMs),
  'transfers#payout-failure': (about) =>
    payoutFailurePayload(transferOf(about), {
      code: 'WRONG_ID_NUMBER',
      description: payoutFailures.WRONG_ID_NUMBER,
      atMs: about.nowMs,
    }),
  'balances#update': (about) =>
    balanceUpdatePayload(balanceOf(about), {
      minor: 7000,
      channel: 'TRANSFER',
      reference: '0',
      stepId: 0,
      atMs: about.nowMs,
    }),
  'balances#credit': balanceCreditPayload,
  'balances#account-state-change': balanceAccountPayload,
  'account-details-payment#state-change': accountDetailsPaymentPayload,
  'profiles#state-change': profileStatePayload,
  'profiles#verification-state-change': verificationStatePayload,
  'profiles#cdd-check-state-change': cddCheckPayload,
  'profiles#overdraft-limit-threshold': overdraftPayload,
  'users#state-change': userStatePayload,
};
