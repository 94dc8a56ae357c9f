import 'server-only';
import Big from 'big.js';
import { labelOfBatchField } from '../../../../catalogues/batch-columns.ts';
import { wordsOfNameCheck } from '../../../../catalogues/name-checks.ts';
import type { NameCheck } from '../../../../contracts/batch-rows.ts';
import { countOf } from '../../../../format/counts.ts';
import { formatMoney } from '../../../../format/money.ts';
import type { ApprovalItem } from '../../../approvals/kind.ts';
import type { OpenRow } from '../rows/recheck.ts';
import type { Group, Row } from './row-outcome.ts';

const sendable = ['waiting', 'sending', 'asking-wise', 'in-group', 'refused'];

/** Rows that a run sends, has sent, or tries again. */
export const isToBeSent = ({ row }: OpenRow): boolean => sendable.includes(row.state);

/** In which currency the amount is fixed, and what becomes of it. */
const fixedOf = (group: Group, { fixedSide, targetCurrency }: Row) =>
  fixedSide === 'source'
    ? { currency: group.sourceCurrency, verb: 'is taken' }
    : { currency: targetCurrency ?? '', verb: 'arrives' };

/** What is approved, in plain sentences. @param ceiling decimal text, in the source currency */
export function linesOf(group: Group, rows: readonly OpenRow[], ceiling: string): string[] {
  const sent = rows.filter(isToBeSent);
  const sums = new Map<string, { sum: Big; currency: string; verb: string }>();
  for (const { row } of sent) {
    const { currency, verb } = fixedOf(group, row);
    const key = `${currency} ${verb}`;
    const sum = (sums.get(key)?.sum ?? new Big(0)).plus(row.amount ?? 0);
    sums.set(key, { sum, currency, verb });
  }
  return [
    `Pays ${countOf(sent.length, 'row')} from ${group.sourceCurrency}.`,
    ...[...sums.values()].map(
      ({ currency, sum, verb }) => `${formatMoney(sum.toFixed(), currency)} ${verb}, fixed.`,
    ),
    `Takes at most ${formatMoney(ceiling, group.sourceCurrency)}, fees included.`,
  ];
}

const sentenceOf = (check: NameCheck): string =>
  check.resolvedName === null ? wordsOfNameCheck(check) : `${wordsOfNameCheck(check)}: ${check.resolvedName}`;

const saidByTheAmount = ['amount', 'amountCurrency', 'sourceCurrency', 'targetCurrency'];

/** Of what is at Wise already somebody has accepted that: of a run only the rest is asked about. */
export const isNotSentYet = (open: OpenRow): boolean => isToBeSent(open) && open.row.state !== 'in-group';

/**
 * New payees, changed accounts and names that differ are accepted one by one.
 * @param accounts as Wise shows them, by the recipient's id, where no cell tells
 */
export const itemsOf = (
  group: Group,
  rows: readonly OpenRow[],
  accounts: ReadonlyMap<string, string> = new Map(),
): ApprovalItem[] =>
  rows.flatMap(({ row, content }) => {
    const isChanged = content.flags.some(({ code }) => code === 'account-changed-behind-known-name');
    const isNameAccepted = content.accepted.some((code) => code.startsWith('name:'));
    if (!row.isNewPayee && !isChanged && !isNameAccepted) return [];
    const { currency, verb } = fixedOf(group, row);
    const account = accounts.get(row.recipientId ?? '');
    const shown = Object.entries(content.cells).filter(([field]) => !saidByTheAmount.includes(field));
    return [
      {
        key: `row-${row.rowNumber}`,
        kind: isNameAccepted ? 'name-differs' : isChanged ? 'account-changed' : 'new-payee',
        lines: [
          `Row ${row.rowNumber}: ${formatMoney(row.amount ?? '0', currency)} ${verb}, to an account in ${row.targetCurrency}`,
          ...shown.map(([field, value]) => `${labelOfBatchField(field)}: ${value}`),
          ...(account === undefined ? [] : [`Account: ${account}`]),
          ...(isNameAccepted ? content.nameChecks.map((check) => `The bank says: ${sentenceOf(check)}`) : []),
        ],
      },
    ];
  });
