import { type Activity, amountText, incomingText } from '../activities/activity.ts';
import { Random } from '../core/random.ts';
import { convert } from '../core/rates.ts';
import type { ProfileRecord } from '../entities.ts';
import { homeCurrencyOf } from '../transactions/spend-limits.ts';
import { demoCards } from './demo-cards.ts';

const hourInMs = 3_600_000;
const recipients = [
  'Albion Lettings',
  'Noor Rahman',
  'Studio Varga',
  'Pennine Wholesale',
  'E. Castellanos',
] as const;

type Line = [
  hoursAgo: number,
  type: string,
  resourceType: string,
  status: string,
  title: string,
  description: string,
  primaryAmount: string,
  secondaryAmount?: string,
];

/** What happens beside the cards: every status that Wise documents. */
function everydayLines(currency: string, random: Random): Line[] {
  const sum = (from: number, to: number) => ({
    amount: random.between(from * 100, to * 100) / 100,
    currency,
  });
  const abroad = currency === 'EUR' ? 'GBP' : 'EUR';
  const to = () => `<strong>${random.pick(recipients)}</strong>`;
  const sent = sum(60, 900);
  const swapped = sum(50, 400);
  return [
    [
      3,
      'SCHEDULED_SEND_ORDER',
      'SEND_ORDER',
      'UPCOMING',
      to(),
      'Scheduled for tomorrow',
      amountText(sum(400, 1200)),
    ],
    [
      9,
      'TRANSFER',
      'TRANSFER',
      'REQUIRES_ATTENTION',
      to(),
      'Waiting for your money',
      amountText(sum(40, 2400)),
    ],
    [
      31,
      'TRANSFER',
      'TRANSFER',
      'IN_PROGRESS',
      to(),
      'Sending',
      amountText(convert(sent, abroad)),
      amountText(sent),
    ],
    [
      62,
      'BALANCE_DEPOSIT',
      'BALANCE_TRANSACTION',
      'COMPLETED',
      to(),
      'Received',
      incomingText(sum(900, 3200)),
    ],
    [
      90,
      'AUTO_CONVERSION',
      'BALANCE_TRANSACTION',
      'COMPLETED',
      `<strong>To ${abroad}</strong>`,
      'Converted',
      amountText(convert(swapped, abroad)),
      amountText(swapped),
    ],
    [
      130,
      'TRANSFER',
      'TRANSFER',
      'CANCELLED',
      `<strikethrough>${to()}</strikethrough>`,
      'Cancelled',
      amountText(sum(40, 800)),
    ],
    [
      200,
      'BALANCE_CASHBACK',
      'BALANCE_CASHBACK',
      'COMPLETED',
      '<strong>Balance cashback</strong>',
      '',
      incomingText(sum(1, 4)),
    ],
    [
      420,
      'CARD_CASHBACK',
      'CARD_CASHBACK',
      'COMPLETED',
      '<strong>Card cashback</strong>',
      '',
      incomingText(sum(1, 9)),
    ],
  ];
}

const businessLines = (currency: string, random: Random): Line[] => {
  const sum = (from: number, to: number) => ({ amount: random.between(from, to), currency });
  return [
    [
      20,
      'TRANSFER',
      'TRANSFER',
      'IN_PROGRESS',
      '<strong>Payroll bureau</strong>',
      'Sending',
      amountText(sum(40_000, 90_000)),
    ],
    [
      75,
      'DIRECT_DEBIT_TRANSACTION',
      'DIRECT_DEBIT_TRANSACTION',
      'COMPLETED',
      '<strong>Fleet insurance</strong>',
      'Paid by direct debit',
      `<negative>- ${amountText(sum(900, 1800))}</negative>`,
    ],
    [
      330,
      'BALANCE_HOLD_FEE',
      'ACCRUAL_CHARGE',
      'COMPLETED',
      '<strong>Fee for holding money</strong>',
      '',
      `<negative>- ${amountText(sum(4, 30))}</negative>`,
    ],
  ];
};

/** Texts that a page must not stumble over, and words nobody knows yet. */
const oddLines: Line[] = [
  [
    1,
    'CARD_CASHBACK',
    'CARD_CASHBACK',
    'COMPLETED',
    '<strong>Snug &amp; Sons &lt;b&gt;</strong>',
    '',
    '0.40 GBP',
  ],
  [2, 'TRANSFER', 'TRANSFER', 'COMPLETED', '<strong>Never <positive>closed', 'Sent', '12 GBP'],
  [
    4,
    'TRANSFER',
    'TRANSFER',
    'COMPLETED',
    '<strong>Out <negative>of</strong> order</negative></strong>',
    'Sent',
    '7.10 GBP',
  ],
  [
    5,
    'TRANSFER',
    'TRANSFER',
    'COMPLETED',
    '<strong onmouseover="document.title=3">Hover</strong><a href="javascript:document.title=4">Click</a>',
    '<img src=x onerror="document.title=5">',
    '5 GBP',
  ],
  [
    6,
    'PET_INSURANCE',
    'PET_POLICY',
    'ON_HOLD',
    '<strong>Value nobody knows</strong>',
    'A new kind',
    '3 PAWS',
  ],
  [7, 'TRANSFER', 'TRANSFER', 'COMPLETED', '', '', ''],
  [8, 'TRANSFER', 'TRANSFER', 'COMPLETED', `<strong>${'Long name '.repeat(18)}</strong>`, 'Sent', '8 GBP'],
];

/** The demo data's activities that come from no card. Nothing of them is kept: they follow from the profile and the moment of planting. */
export function demoActivitiesOf(profile: ProfileRecord, plantedAtMs: number): Activity[] {
  const random = new Random(`activities ${profile.id}`);
  const currency = homeCurrencyOf(profile);
  const lines = [
    ...everydayLines(currency, random),
    ...(profile.type === 'BUSINESS' ? businessLines(currency, random) : []),
    ...(profile.id === demoCards.oddities.profileId ? oddLines : []),
  ];
  return lines.map(
    ([hoursAgo, type, resourceType, status, title, description, primaryAmount, secondaryAmount = '']) => {
      const createdAtMs = plantedAtMs - hoursAgo * hourInMs - random.between(0, hourInMs / 2);
      return {
        type,
        resource: { type: resourceType, id: String(random.between(700_000_000, 999_999_999)) },
        title,
        description,
        primaryAmount,
        secondaryAmount,
        status,
        createdAtMs,
        updatedAtMs: createdAtMs + random.between(0, hourInMs / 4),
      };
    },
  );
}
