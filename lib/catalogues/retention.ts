import { countOf } from '../format/counts.ts';
import { formatDate } from '../format/times.ts';

/** What is kept for a time and then deleted for ever. */
interface RetentionClass {
  title: string;
  /** What goes. */
  what: string;
  one: string;
  many: string;
  /** What its age counts from. */
  since: string;
  /** In days. */
  least: number;
  most: number;
  standard: number;
  /** Whether there are any is compliance's alone. */
  isOfDesk?: true;
}

const year = 365;

/** In the order in which they are worked through: what a case needs may go once the case has gone. */
export const retentionClasses = {
  'closed-cases': {
    title: 'Closed cases',
    what: 'Cases of the decline desk with all that was written in them',
    one: 'case',
    many: 'cases',
    since: 'closed',
    least: 180,
    most: 10 * year + 3,
    standard: 5 * year + 1,
    isOfDesk: true,
  },
  evidence: {
    title: 'Evidence that left',
    what: 'Who made which package for whom, and its digest',
    one: 'package',
    many: 'packages',
    since: 'made',
    least: year,
    most: 20 * year + 5,
    standard: 10 * year + 3,
    isOfDesk: true,
  },
  'card-transactions': {
    title: 'Card transactions',
    what: 'Payments with every state that was told of them, and what is counted of them',
    one: 'payment',
    many: 'payments',
    since: 'made',
    // Wise tells them for 90 days: what it still tells is never hidden here.
    least: 180,
    most: 10 * year + 3,
    standard: 5 * year + 1,
  },
  'webhook-deliveries': {
    title: 'Webhook deliveries',
    what: 'What Wise delivered, as it came, once it is taken in',
    one: 'delivery',
    many: 'deliveries',
    since: 'received',
    // Wise repeats a delivery for two weeks, and it is known again for as long as it is kept.
    least: 30,
    most: 5 * year + 1,
    standard: 180,
  },
  'transaction-exports': {
    title: 'Exports of transactions',
    what: 'Who exported what, and what each file told',
    one: 'export',
    many: 'exports',
    since: 'made',
    least: 30,
    most: 10 * year + 3,
    standard: 400,
  },
  'access-log': {
    title: 'Access log',
    what: 'Who opened which card or profile',
    one: 'entry',
    many: 'entries',
    since: 'written',
    least: 30,
    most: 10 * year + 3,
    standard: 400,
  },
} as const satisfies Record<string, RetentionClass>;

export type RetentionClassName = keyof typeof retentionClasses;
export const retentionClassNames = Object.keys(retentionClasses) as [
  RetentionClassName,
  ...RetentionClassName[],
];
export const retentionClassOf = (name: RetentionClassName): RetentionClass => retentionClasses[name];

/** Said whether anything does: whoever read it only where something stays would know. */
export const whatStays = 'What a case or compliance needs stays, seen by compliance alone.';

/** `12,400 payments made before 23 Nov 2024 UTC`; without a number where that is compliance's alone. */
export function wordsOfPassing(name: RetentionClassName, cutoff: string, count: number | null): string {
  const { many, one, since } = retentionClassOf(name);
  const before = `${since} before ${formatDate(cutoff, 'UTC')} UTC`;
  return `${count === null ? many : countOf(count, one, many)} ${before}`;
}
