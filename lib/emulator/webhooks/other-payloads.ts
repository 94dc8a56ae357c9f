import { printMicroseconds, printTime } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { PayloadMaker } from './payloads.ts';

/** What a made-up event is about. */
export interface SampleAbout {
  random: Random;
  clientId: string;
  nowMs: number;
  /** 0 in a test notification. */
  profileId: number;
  cardToken: string;
  /** Of whatever else the event names by a number. */
  id: number;
}
/** Of what the emulator itself never brings about. */
type SamplePayload = (about: SampleAbout) => PayloadMaker;

const cardResource = ({ cardToken, clientId, profileId }: SampleAbout) => ({
  type: 'card',
  profile_id: profileId,
  client_id: clientId,
  card_token: cardToken,
});

/** Five minutes to answer. */
export const threeDsPayload: SamplePayload = (about) => (version) => ({
  resource: cardResource(about),
  challenge_expires_after: 300,
  occurred_at: printTime(about.nowMs, version),
  challenge_method: 'PUSH',
  transaction: {
    reference: about.random.digits(9),
    channel: 'browser',
    merchant: { category: null, country: 'GB', name: 'Thornfield Books', url: 'https://books.example.com' },
    money_value: { value: 24.5, currency: 'GBP' },
  },
});

/** Wise: the one card event without `occurred_at`, and microseconds in 2.0.0. */
export const provisioningPayload: SamplePayload = (about) => () => ({
  resource: cardResource(about),
  payment_token_unique_reference: `DNITHE${about.random.digits(18)}`,
  last_four_digits: '0000',
  creation_time: printMicroseconds(about.nowMs, 0),
  wallet_name: 'Google Pay',
});

export const disputePayload: SamplePayload =
  ({ id, nowMs, profileId, random }) =>
  (version) => ({
    resource: { type: 'transaction-dispute', id: random.uuid(), profile_id: profileId, transaction_id: id },
    reason: 'WRONG_AMOUNT',
    status: 'CLOSED',
    sub_status: 'WITHDRAWN',
    status_message: 'Withdrawn',
    created_at: printTime(nowMs, version),
    created_by: '0',
    can_withdraw: false,
    occurred_at: printTime(nowMs, version),
  });

export const profileStatePayload: SamplePayload =
  ({ nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'profile', id: profileId },
    current_state: 'WITHDRAW_ONLY',
    occurred_at: printTime(nowMs, version),
    requested_by_customer: false,
  });

export const verificationStatePayload: SamplePayload =
  ({ nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'profile', id: profileId },
    current_state: 'verified',
    occurred_at: printTime(nowMs, version),
  });

export const cddCheckPayload: SamplePayload =
  ({ nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'profile', id: profileId },
    current_state: 'VERIFIED',
    review_outcome: 'PASSED',
    required_evidences: [],
    occurred_at: printTime(nowMs, version),
  });

/** Wise: without `occurred_at`. */
export const overdraftPayload: SamplePayload =
  ({ profileId }) =>
  () => ({
    resource: { type: 'profile', id: profileId },
    overdraft: { used: 17_000, limit: 20_000, profile_limit_currency: 'EUR', limit_usage_percentage: 85 },
  });

/** A user is suspended. The number is the user's. */
export const userStatePayload: SamplePayload =
  ({ id, nowMs }) =>
  (version) => ({
    resource: { type: 'user', id },
    previous_state: 'ACTIVE',
    current_state: 'WITHDRAW_ONLY',
    deactivation_type: 'ACCOUNT_SUSPENSION',
    deactivation_reason: 'REQUESTED_BY_CUSTOMER_CS',
    occurred_at: printTime(nowMs, version),
  });

export const balanceAccountPayload: SamplePayload =
  ({ id, nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'balance-account', id, profile_id: profileId, state: 'INACTIVE' },
    occurred_at: printTime(nowMs, version),
  });

/** Deprecated for balances#update. */
export const balanceCreditPayload: SamplePayload =
  ({ id, nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'balance-account', id, profile_id: profileId },
    transaction_type: 'credit',
    amount: 70,
    currency: 'EUR',
    post_transaction_balance_amount: 170,
    occurred_at: printTime(nowMs, version),
  });

export const accountDetailsPaymentPayload: SamplePayload =
  ({ id, nowMs, profileId }) =>
  (version) => ({
    resource: { type: 'balance-account', id, profile_id: profileId },
    account_details_id: '0',
    target_account_id: '0',
    transfer: { id: 0, type: 'credit', amount: 120, currency: 'EUR' },
    sender: { name: 'Sample Sender', account_number: '00000000', bank_code: 'SAMPLE', address: 'Sample' },
    current_state: 'COMPLETED',
    previous_state: 'PROCESSING',
    occurred_at: printTime(nowMs, version),
  });
