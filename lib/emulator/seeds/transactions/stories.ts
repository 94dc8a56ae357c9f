import type { CardTransactionRecord } from '../../entities.ts';
import type { DemoCardName } from '../demo-cards.ts';
import type { ChannelName } from './channels.ts';
import {
  coverScenarios,
  type DeclineScenario,
  restrictedScenarios,
  softScenarios,
} from './decline-scenarios.ts';
import { merchantNamedOrThrow } from './merchants.ts';
import { declinedBy, pickWeighted, softPair } from './ordinary-days.ts';
import {
  accepted,
  type CardScene,
  dayInMs,
  declined,
  type Draft,
  type Fate,
  hourInMs,
  type Payment,
  pickPayment,
  refunded,
} from './payments.ts';

const minuteInMs = 60_000;
type Story = (scene: CardScene) => Draft[];
type Change = (row: CardTransactionRecord) => CardTransactionRecord;

const ago = ({ nowMs }: CardScene, days: number, hours = 0, minutes = 0) =>
  nowMs - days * dayInMs - hours * hourInMs - minutes * minuteInMs;

const pay = (channel: ChannelName, merchant: string, amount: number, currency: string): Payment => ({
  channel,
  merchant: merchantNamedOrThrow(merchant),
  amount: { amount, currency },
});

const settled = (hours: number): Fate => ({ kind: 'settled', afterMs: hours * hourInMs });

const but = (draft: Draft, change: Change): Draft => ({
  ...draft,
  make: (id) => change(draft.make(id)),
});

/** Each restricted reason once, never two in a row: what reads the same stands between. */
const mixRestricted = (scene: CardScene, scenarios: readonly DeclineScenario[], fromDays: number): Draft[] =>
  scenarios.flatMap((scenario, index) => {
    const days = fromDays * (1 - index / scenarios.length);
    const cover = () => pickWeighted(scene.random, coverScenarios) ?? scenario;
    return [
      declinedBy(scene, ago(scene, days, 1), cover()),
      declinedBy(scene, ago(scene, days, 0, -20), scenario),
      declinedBy(scene, ago(scene, days, -3, 10), cover()),
    ];
  });

const only = (
  reason: string,
  channel: ChannelName,
  detail: string | null = null,
  pin?: string,
): DeclineScenario => ({
  reason,
  channel,
  detail,
  weight: 1,
  ...(pin === undefined ? {} : { pin }),
});

const wrongPin: Story = (scene) => {
  const payment = pay('cash', 'Linkpoint Cash Headrow', 100, 'GBP');
  const incorrect = only('INCORRECT_PIN', 'cash', null, 'ONLINE_PIN_INVALID');
  const exceeded = only('PIN_ENTRY_TRIES_EXCEEDED', 'cash');
  return [
    ...[44, 43, 41, 40].map((minutes) => declined(scene, ago(scene, 0, 2, minutes), payment, incorrect)),
    declined(scene, ago(scene, 0, 2, 38), payment, exceeded),
    declined(scene, ago(scene, 0, 0, 50), payment, exceeded),
  ];
};

const chipPin: Story = (scene) => {
  const payment = pay('chip', 'Headrow Grocers', 31.2, 'GBP');
  const incorrect = only('INCORRECT_PIN', 'chip', null, 'OFFLINE_PIN_INVALID');
  const locked = only(
    'CHIP_PIN_ENTRY_TRIES_EXCEEDED',
    'chip',
    'RESET_YOUR_PIN_AT_ATM',
    'OFFLINE_PIN_INVALID',
  );
  return [
    ...[32, 31, 30].map((minutes) => declined(scene, ago(scene, 0, 1, minutes), payment, incorrect)),
    declined(scene, ago(scene, 0, 1, 29), payment, locked),
    accepted(scene, ago(scene, 0, 1, 25), { ...payment, channel: 'contactless' }, settled(20)),
  ];
};

const dailyLimit: Story = (scene) => {
  const limit = only(
    'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED',
    'online',
    'CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
  );
  return [
    accepted(scene, ago(scene, 0, 1, 10), pay('online', 'Fernhill Home', 180.4, 'GBP'), settled(30)),
    declined(scene, ago(scene, 0, 0, 20), pay('online', 'Parcelwing', 120, 'GBP'), limit),
  ];
};

const ecomOff: Story = (scene) =>
  [2 * 24, 26, 3, 1].map((hours) =>
    declined(
      scene,
      ago(scene, 0, hours, 12),
      pay('online', 'Parcelwing', 23.99, 'GBP'),
      only('PAYMENT_METHOD_NOT_ALLOWED', 'online', 'ECOM_DISABLED'),
    ),
  );

const insufficientFunds: Story = (scene) => [
  declined(
    scene,
    ago(scene, 0, 4),
    pay('online', 'Streamhouse', 11.99, 'GBP'),
    only('INSUFFICIENT_FUNDS', 'online'),
  ),
  declined(
    scene,
    ago(scene, 0, 0, 25),
    pay('contactless', 'Harbourside Kitchen', 64.5, 'GBP'),
    only('INSUFFICIENT_FUNDS', 'contactless'),
  ),
];

const softDeclines: Story = (scene) =>
  softScenarios.flatMap((scenario, index) => softPair(scene, ago(scene, 5 - index * 0.8, 3), scenario));

const traveller: Story = (scene) => {
  const hotel = pay('online', 'Hotel am Elbufer', 420, 'EUR');
  const coat = pay('online', 'Fernhill Home', 189, 'GBP');
  const dinner = pay('chip', 'Café de la Loire', 86.4, 'EUR');
  return [
    // In the balance's own currency, without a conversion.
    accepted(
      scene,
      ago(scene, 6, 20),
      { ...dinner, billingCurrency: 'EUR', paidFrom: [{ currency: 'EUR', share: 1 }] },
      settled(26),
    ),
    // From two balances: what was left in euro, the rest converted.
    accepted(
      scene,
      ago(scene, 6, 2),
      {
        ...pay('chip', 'Rheinufer Gasthaus', 148.2, 'EUR'),
        paidFrom: [
          { currency: 'EUR', share: 0.38 },
          { currency: 'GBP', share: 0.62 },
        ],
      },
      settled(30),
    ),
    accepted(
      scene,
      ago(scene, 5, 8),
      {
        ...pay('cash', 'Bankomat Rynek', 400, 'PLN'),
        fees: [
          { amount: 16, currency: 'PLN', feeType: 'ATM_MACHINE' },
          { amount: 7, currency: 'PLN', feeType: 'ATM_WITHDRAWAL' },
        ],
      },
      settled(0.2),
    ),
    accepted(scene, ago(scene, 4, 21), pay('contactless', 'Sakura Shokudo', 3_980, 'JPY'), settled(40)),
    // Held for thirty days before the price is known.
    accepted(scene, ago(scene, 3, 6), { ...hotel, isAmountConfirmed: false }, { kind: 'held' }),
    accepted(scene, ago(scene, 2, 9), pay('online', 'Deliverly', 46, 'GBP'), {
      kind: 'reduced',
      afterMs: 5 * hourInMs,
      left: 28.5,
      settledAfterMs: 30 * hourInMs,
    }),
    accepted(scene, ago(scene, 2, 4), pay('online', 'Northern Rail Tickets', 74.3, 'GBP'), {
      kind: 'reversed',
      afterMs: 3 * hourInMs,
    }),
    // Released after seven days, captured five days after that.
    accepted(scene, ago(scene, 14), pay('chip', 'Bodega La Encina', 52.75, 'EUR'), {
      kind: 'lapsed',
      lateAfterMs: 5 * dayInMs,
    }),
    accepted(scene, ago(scene, 11), coat, settled(24)),
    refunded(scene, ago(scene, 1, 22), coat, 60),
    refunded(scene, ago(scene, 1, 3), coat, 129),
    accepted(scene, ago(scene, 0, 0, 40), pay('wallet', 'Broadway Market Coffee', 4.2, 'GBP'), {
      kind: 'held',
    }),
  ];
};

const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

const oddities: Story = (scene) => {
  const shop = (hours: number) =>
    accepted(scene, ago(scene, 0, hours), pickPayment(scene, 'online'), settled(20));
  const refuse = (hours: number, reason: string | null, detail: string | null = null) =>
    declined(scene, ago(scene, 0, hours), pickPayment(scene, 'online'), { reason, detail });
  return [
    but(shop(30), (row) => ({ ...row, state: 'UNKNOWN', approvalCode: null, arn: null })),
    but(shop(28), ({ merchant: _merchant, ...row }) => row),
    but(shop(26), (row) => ({ ...row, merchant: { name: 'Marchand sans adresse' } })),
    but(shop(24), (row) => ({
      ...row,
      merchant: {
        location: { country: 'France', city: null, zipCode: null, region: null, state: null },
        category: {
          name: 'MISCELLANEOUS_SPECIALTY_RETAIL',
          code: '5999',
          description: '5999 R Miscellaneous and Special',
        },
      },
    })),
    but(shop(22), (row) => ({ ...row, merchant: { ...row.merchant, name: script } })),
    but(shop(21), (row) => ({
      ...row,
      merchant: { ...row.merchant, name: '=HYPERLINK("https://example.com","Total")' },
    })),
    but(shop(20), (row) => ({ ...row, authorisationMethod: 'PALM_READER', pinValidationResult: null })),
    but(shop(19), (row) => ({
      ...row,
      relayAuthorisationData: { responseCode: 'APPROVED', fallback: false },
    })),
    // Wise: documented and not used yet.
    accepted(
      scene,
      ago(scene, 0, 18),
      { ...pickPayment(scene, 'online'), channel: 'chargeback' },
      settled(10),
    ),
    // An amount of nothing asks whether the card is good.
    accepted(scene, ago(scene, 0, 17), pay('online', 'Lumen Broadband', 0, 'GBP'), settled(1)),
    accepted(scene, ago(scene, 0, 16), pay('cash', 'Linkpoint Cash Headrow', 0, 'GBP'), settled(0.1)),
    accepted(scene, ago(scene, 0, 15), pay('online', 'Inkwell Stationers', 1_234_567.89, 'GBP'), {
      kind: 'reversed',
      afterMs: hourInMs,
    }),
    refuse(14, null),
    refuse(12, 'MERCHANT_VELOCITY_EXCEEDED'),
    refuse(11, ''),
    refuse(9, 'UNEXPECTED_ERROR', 'NETWORK_TOKEN_STALE'),
    refuse(8, 'SUSPECTED_FRAUD_COMPLIANCE_REVIEW'),
    refuse(6, 'SCHEME_BLOCKED_TRANSACTION', 'UNKNOWN'),
  ];
};

/** What the cards of fixed token show, newer than their ordinary payments. Declines that follow from a status are planted with it. */
export const stories: Partial<Record<DemoCardName, Story>> = {
  restricted: (scene) => mixRestricted(scene, restrictedScenarios, 6),
  pinTriesExceeded: wrongPin,
  chipPinLocked: chipPin,
  dailyLimit,
  ecomOff,
  insufficientFunds,
  softDeclines,
  traveller,
  oddities,
};

/** A restricted decline on any other card, with what reads the same before and after it. */
export const restrictedAmongCovers = (scene: CardScene, scenario: DeclineScenario, days: number): Draft[] =>
  mixRestricted(scene, [scenario], days);
