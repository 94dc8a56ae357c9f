import { sendAgainOf, type WhyNotAgain } from '../../catalogues/returned-rows.ts';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { batchGroupNameLength } from '../../contracts/wise/batch-groups.ts';
import type { Offer } from './group-acts.ts';
import { payoutOf } from './payout.ts';

export interface Returned {
  /** Numbers of rows whose money is back. */
  back: number[];
  leftOut: { rowNumber: number; why: WhyNotAgain }[];
}

/** Rows that did not arrive, as far as the page knows; the server looks again. */
export function returnedOf(rows: readonly BatchRow[]): Returned {
  const returned: Returned = { back: [], leftOut: [] };
  for (const row of rows) {
    if (row.state !== 'in-group') continue;
    const stand = sendAgainOf(payoutOf(row), row.sentAgainIn !== null);
    if (stand === 'back') returned.back.push(row.rowNumber);
    else if (stand !== undefined) returned.leftOut.push({ rowNumber: row.rowNumber, why: stand });
  }
  return returned;
}

/** Undefined where nothing came back or is about to. */
export function offerSendAgain(status: string, { back, leftOut }: Returned): Offer {
  if (status !== 'FUNDED') return undefined;
  // Whether anything was paid for a cancelled transfer Wise is asked.
  if (back.length > 0 || leftOut.some(({ why }) => why === 'cancelled')) return {};
  if (leftOut.length === 0) return undefined;
  const isWaiting = leftOut.some(({ why }) => why === 'coming-back' || why === 'not-delivered');
  const isTaken = leftOut.some(({ why }) => why === 'taken');
  if (isWaiting)
    return {
      notNow: `No ${isTaken ? 'other ' : ''}row has its money back yet. Sent now it could be paid twice.`,
    };
  return isTaken ? { notNow: 'Every row whose money came back is being sent again already.' } : undefined;
}

const wordsOfWhy: Record<WhyNotAgain, string> = {
  taken: 'sent again already',
  'coming-back': 'bounced back, the money is not back yet',
  'not-delivered': 'not delivered, the money is not back',
  cancelled: 'cancelled, to be looked up at Wise whether money has to come back',
  'charged-back': 'charged back: payees were paid, never sent again',
};

/** `rows 4 and 7: bounced back, …`, one line for each reason. */
export function linesOfLeftOut(leftOut: Returned['leftOut']): string[] {
  const byWhy = new Map<WhyNotAgain, number[]>();
  for (const { rowNumber, why } of leftOut) byWhy.set(why, [...(byWhy.get(why) ?? []), rowNumber]);
  return [...byWhy].map(([why, numbers]) => `${wordsOfRows(numbers)}: ${wordsOfWhy[why]}`);
}

const mostNamed = 8;

/** `Row 4`, `Rows 4, 7 and 9`, `Rows 1, 2 … and 20 more`. */
export function wordsOfRows(numbers: readonly number[]): string {
  if (numbers.length === 1) return `Row ${numbers[0]}`;
  const named = numbers.slice(0, mostNamed);
  const more = numbers.length - named.length;
  return more > 0
    ? `Rows ${named.join(', ')} and ${more} more`
    : `Rows ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** `October run, returned`; the next of them is counted on. @param already how many groups send its rows again */
export function nameForReturned(name: string, already: number): string {
  const [, base = name, count] = /^(.*), returned(?: (\d+))?$/u.exec(name) ?? [];
  const isReturned = base !== name;
  const number = (isReturned ? Number(count ?? 1) : 0) + already + 1;
  const ending = number === 1 ? ', returned' : `, returned ${number}`;
  return `${base.slice(0, batchGroupNameLength - ending.length).trimEnd()}${ending}`;
}
