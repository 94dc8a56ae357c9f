import 'server-only';
import { lookOfTransactionState } from '../../../../catalogues/statuses.ts';
import { formatMoney } from '../../../../format/money.ts';
import {
  formatAuthorisationMethod,
  formatPinResult,
  formatPlace,
  formatStep,
  formatTransactionType,
} from '../../../../format/transactions.ts';
import type { EvidenceStep, EvidenceTransaction } from '../evidence.ts';
import type { Paper, PaperColumn } from './paper.ts';

type TimeOf = (iso: string) => string;
interface Money {
  amount: string;
  currency: string;
}

const moneyOf = (money: Money | null) => (money ? formatMoney(money.amount, money.currency) : 'none');
const wordOfState = (state: string) => lookOfTransactionState(state).word;

export function writeTransaction(
  paper: Paper,
  number: number,
  transaction: EvidenceTransaction,
  timeOf: TimeOf,
): void {
  const { merchant, transactionAmount } = transaction;
  paper.heading(`${number}. ${merchant.name ?? 'No merchant named'}, ${moneyOf(transactionAmount)}`, 120);
  paper.facts(factsOf(transaction, timeOf), 2);
  paper.facts(longFactsOf(transaction, timeOf));
  if (transaction.steps.length > 0) paper.table(stepColumns(timeOf), transaction.steps);
}

function factsOf(transaction: EvidenceTransaction, timeOf: TimeOf): (readonly [string, string])[] {
  const { approvalCode, arn, merchant } = transaction;
  const shop = [formatPlace(transaction), merchant.mcc && `MCC ${merchant.mcc}`, merchant.category];
  return [
    ['Transaction', transaction.id],
    ['State', wordOfState(transaction.state)],
    ['Made', timeOf(transaction.creationTime)],
    ['Changed', timeOf(transaction.modificationTime)],
    ['Kind', formatTransactionType(transaction.type)],
    ['Billed', moneyOf(transaction.billingAmount)],
    ['Shop', shop.filter(Boolean).join(', ') || 'none'],
    ['Profile', `${transaction.profileName}, ${transaction.profileId}`],
    ['Card read', formatAuthorisationMethod(transaction.authorisationMethod)],
    ['PIN', formatPinResult(transaction.pinValidationResult)],
    ['Approval, ARN', [approvalCode, arn].map((one) => one ?? 'none').join(', ')],
  ];
}

function longFactsOf(transaction: EvidenceTransaction, timeOf: TimeOf): (readonly [string, string])[] {
  const { declineReason, declineTitle, detailedDeclineReason } = transaction;
  const codes = [declineReason ?? 'no code', detailedDeclineReason].filter(Boolean).join(', in detail ');
  return [
    ['Card', `•••• ${transaction.lastFourDigits ?? '????'}, token ${transaction.cardToken}`],
    ...(declineTitle === null ? [] : ([['Declined', `${declineTitle} (${codes})`]] as const)),
    ['State told by', `${wordOfSource(transaction.source)}, ${timeOf(transaction.toldAt)}`],
  ];
}

const wordOfSource = (source: string) => (source === 'webhook' ? 'Delivery' : 'Reading');

const stepColumns = (timeOf: TimeOf): PaperColumn<EvidenceStep>[] => [
  { head: 'Happened', share: 0.25, value: ({ occurredAt }) => timeOf(occurredAt) },
  { head: 'Step', share: 0.13, value: formatStep },
  { head: 'State', share: 0.12, value: ({ state }) => wordOfState(state) },
  {
    head: 'Source, and when Wise told it',
    share: 0.33,
    value: ({ source, toldAt }) => `${wordOfSource(source)}, ${timeOf(toldAt)}`,
  },
  { head: 'Amount', share: 0.17, isNumber: true, value: ({ amount }) => moneyOf(amount) },
];
