import 'server-only';
import type { CaseEntry } from '../../../contracts/cases.ts';
import { transactionColumns } from '../card-transactions/csv-columns.ts';
import type { CsvColumn } from '../csv.ts';
import type { EvidenceStep, EvidenceTransaction } from './evidence.ts';

export const evidenceColumns: CsvColumn<EvidenceTransaction>[] = [
  ...transactionColumns,
  { header: 'Last four', value: ({ lastFourDigits }) => lastFourDigits },
  { header: 'Card token', value: ({ cardToken }) => cardToken },
  { header: 'Profile', value: ({ profileName }) => profileName },
  { header: 'Profile id', value: ({ profileId }) => profileId },
  { header: 'Told by', value: ({ source }) => source },
  { header: 'Told', isTime: true, value: ({ toldAt }) => toldAt },
];

/** Every state of every transaction, in the order it happened. */
export const stepColumns: CsvColumn<{ of: EvidenceTransaction; step: EvidenceStep }>[] = [
  { header: 'Transaction', value: ({ of }) => of.id },
  { header: 'Happened', isTime: true, value: ({ step }) => step.occurredAt },
  { header: 'Step', value: ({ step }) => step.step },
  { header: 'State', value: ({ step }) => step.state },
  { header: 'Amount', value: ({ step }) => step.amount.amount },
  { header: 'Currency', value: ({ step }) => step.amount.currency },
  { header: 'Billing amount', value: ({ step }) => step.billingAmount?.amount },
  { header: 'Billing currency', value: ({ step }) => step.billingAmount?.currency },
  { header: 'Told by', value: ({ step }) => step.source },
  { header: 'Told', isTime: true, value: ({ step }) => step.toldAt },
  { header: 'Received', isTime: true, value: ({ step }) => step.receivedAt },
];

/** What people and the console did in a case. */
export const entryColumns: CsvColumn<CaseEntry>[] = [
  { header: 'At', isTime: true, value: ({ at }) => at },
  { header: 'By', value: ({ by }) => by ?? 'The console' },
  { header: 'What', value: ({ kind }) => kind },
  { header: 'To', value: ({ to }) => to },
  { header: 'Outcome', value: ({ outcome }) => outcome },
  { header: 'Severity', value: ({ severity }) => severity },
  { header: 'Look again on', value: ({ followUpOn }) => followUpOn },
  { header: 'Text', value: ({ text }) => text },
];
