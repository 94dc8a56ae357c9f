import { distance, sum, toMinor } from './minor-units.mjs';
import { payer } from './payments.mjs';

/**
 * What Wise holds of the payer, to tell later what came to it.
 * @typedef {{ transfers: ReadonlySet<number>, balance: bigint }} Before
 */
/** What became of one row, so far as every run must end alike. @typedef {{ account: string, source: bigint, target: bigint }} RowEnd */
/** @typedef {{ rows: RowEnd[] }} EndState */
/** @typedef {{ transfers: number, doubles: number, lost: number, centsOff: bigint, faults: string[], end: EndState }} Reckoning */

/** @param {import('./stack.mjs').Stack} stack @returns {Promise<Before>} */
export async function readBefore({ control }) {
  const { items } = await control('GET', 'state/transfers');
  return {
    transfers: new Set(items.map((/** @type {any} */ { id }) => id)),
    balance: await readBalance(control),
  };
}

/** @param {import('./stack.mjs').Stack['control']} control */
async function readBalance(control) {
  const { items } = await control('GET', 'state/balances');
  const found = items.find(
    (/** @type {any} */ { currency, profileId, type }) =>
      String(profileId) === payer && currency === 'GBP' && type === 'STANDARD',
  );
  return toMinor(found.amount);
}

/** @typedef {import('./payments.mjs').Payment} Payment */

/**
 * Compares what the console says of its groups with what Wise holds, and both with the end of an undisturbed run.
 * @param {import('./stack.mjs').Stack} stack
 * @param {import('./scenario.mjs').Ended} ended
 * @param {{ before: Before, payments: readonly Payment[], undisturbed?: EndState | undefined }} wanted payments: all of the scenario
 * @returns {Promise<Reckoning>}
 */
export async function reckon({ control }, ended, { before, payments, undisturbed }) {
  const { cancelled = [], groups, paid = payments, person } = ended;
  const [transfers, recipients] = await Promise.all([
    control('GET', 'state/transfers').then(({ items }) =>
      items.filter((/** @type {any} */ one) => isOfPayer(one) && !before.transfers.has(one.id)),
    ),
    control('GET', 'state/recipients').then(({ items }) => items.filter(isOfPayer)),
  ]);
  const atWise = {
    /** Those that no row has claimed yet. */
    transfers: new Map(transfers.map((/** @type {any} */ one) => [String(one.id), one])),
    accounts: new Map(recipients.map((/** @type {any} */ { details, id }) => [id, details.accountNumber])),
  };
  /** @type {string[]} */
  const faults = [];
  /** @type {RowEnd[]} */
  const ends = [];
  let said = 0n;
  for (const group of groups) {
    const seen = await group.read(person);
    if (seen.status !== 'FUNDED') faults.push(`group ${group.id} ended ${seen.status}`);
    said += toMinor(seen.totals.inGroup);
    for (const row of await group.readRows(person)) {
      const wanted = paid[ends.length];
      ends.push(checkRow(row, wanted, undisturbed?.rows[wanted?.index ?? -1], atWise, faults));
    }
  }
  for (const group of cancelled)
    for (const { transferId } of await group.readRows(person)) atWise.transfers.delete(transferId);

  if (ends.length !== paid.length) faults.push(`${ends.length} rows in place of ${paid.length}`);
  const lost = Math.max(0, paid.length - ends.length) + ends.filter(({ source }) => source === 0n).length;
  const strangers = atWise.transfers.size;
  const keys = new Set(
    transfers.map((/** @type {any} */ { customerTransactionId }) => customerTransactionId),
  );
  const secondKeys = transfers.length - keys.size;
  const secondRecipients = countSecondRecipients(recipients, payments);
  if (strangers > 0) faults.push(`${strangers} transfers of no row`);
  if (secondKeys > 0) faults.push(`${secondKeys} transfers of a key that another one has`);
  if (secondRecipients > 0) faults.push(`${secondRecipients} second recipients of an account`);

  const total = sum(ends.map(({ source }) => source));
  const debited = before.balance - (await readBalance(control));
  const wanted = undisturbed ? sum(paid.map(({ index }) => undisturbed.rows[index]?.source ?? 0n)) : total;
  const centsOff = distance(said, total) + distance(debited, total) + distance(total, wanted);
  if (centsOff > 0n)
    faults.push(`told ${said}, transfers ${total}, debited ${debited}, undisturbed ${wanted} (pence)`);
  return {
    transfers: transfers.length,
    doubles: strangers + secondKeys + secondRecipients,
    lost,
    centsOff,
    faults,
    end: { rows: ends },
  };
}

const isOfPayer = (/** @type {any} */ { profileId }) => String(profileId) === payer;

/**
 * @param {any} row as the console tells it
 * @param {Payment | undefined} wanted
 * @param {RowEnd | undefined} undisturbed
 * @param {{ transfers: Map<string, any>, accounts: ReadonlyMap<number, string> }} atWise
 * @param {string[]} faults
 * @returns {RowEnd}
 */
function checkRow(row, wanted, undisturbed, atWise, faults) {
  const fault = (/** @type {string} */ what) => faults.push(`row ${row.rowNumber} ${what}`);
  if (row.state !== 'in-group') fault(`ended ${row.state} (${row.code})`);
  const transfer = atWise.transfers.get(row.transferId);
  atWise.transfers.delete(row.transferId);
  if (!transfer) {
    fault('has no transfer of its own at Wise');
    return { account: '', source: 0n, target: 0n };
  }
  const end = {
    account: atWise.accounts.get(transfer.targetAccount) ?? '',
    source: toMinor(transfer.source.amount),
    target: toMinor(transfer.target.amount),
  };
  if (end.account !== wanted?.account || end.target !== toMinor(wanted.amount))
    fault(`paid ${end.target} pence to ${end.account}`);
  if (toMinor(row.sourceAmount) !== end.source) fault('tells another amount than Wise');
  if (!transfer.payment) fault('was not paid for');
  if (undisturbed && (undisturbed.account !== end.account || undisturbed.source !== end.source))
    fault('ended otherwise than undisturbed');
  return end;
}

/** @param {readonly any[]} recipients @param {readonly Payment[]} payments */
function countSecondRecipients(recipients, payments) {
  const ours = new Set(payments.map(({ account }) => account));
  const made = recipients.filter(({ active, details }) => active && ours.has(details.accountNumber));
  return made.length - new Set(made.map(({ details }) => details.accountNumber)).size;
}
