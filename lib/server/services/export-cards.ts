import 'server-only';
import type { CardSort } from '../../contracts/cards.ts';
import type { CardScope, Operator } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { hasHold, readHoldMarks } from './card-holds/read-holds.ts';
import { countByStatus, type FoundCard, findCards } from './card-search.ts';
import { type CsvColumn, csvResponse } from './csv.ts';
import { readAhead } from './read-ahead.ts';
import { type ListQuery, totalOf } from './list-cards.ts';

const maxRows = 100_000;
const rowsPerRead = 500;

interface ExportedCard extends FoundCard {
  isHeld: boolean;
}
interface ExportQuery extends ListQuery {
  sort: CardSort;
  reason: string;
  includePhone: 'true' | 'false';
  timeZone: string;
  columns?: string | undefined;
}
const columnsWith = (phone: (text: string | null) => string): Record<string, CsvColumn<ExportedCard>> => ({
  holder: { header: 'Holder', value: ({ card }) => card.cardHolderName },
  card: { header: 'Last four', value: ({ card }) => card.lastFourDigits },
  status: { header: 'Status', value: ({ card }) => card.status },
  hold: { header: 'Hold', value: ({ isHeld }) => (isHeld ? 'Held until reviewed' : '') },
  scheme: { header: 'Scheme', value: ({ card }) => card.scheme },
  type: { header: 'Type', value: ({ card }) => card.cardType },
  programme: { header: 'Programme', value: ({ card }) => card.programme },
  profile: { header: 'Profile', value: ({ profile }) => profile.name },
  profileId: { header: 'Profile id', value: ({ card }) => card.profileId },
  expiry: { header: 'Expires', value: ({ card }) => (card.expiryDate ?? '').slice(0, 7) },
  currency: { header: 'Currency', value: ({ card }) => card.defaultCurrency },
  phone: { header: 'Phone', value: ({ card }) => phone(card.phoneNumber) },
  token: { header: 'Token', value: ({ card }) => card.token },
  created: { header: 'Created', isTime: true, value: ({ card }) => card.creationTime },
  changed: { header: 'Last change', isTime: true, value: ({ card }) => card.modificationTime },
  asOf: { header: 'Known as of', isTime: true, value: ({ card }) => card.asOf.toISOString() },
});

const maskPhone = (text: string | null): string =>
  text === null ? '' : `${text.slice(0, 3)} … ${text.slice(-2)}`;

/**
 * Everything the filters find, in the shown order and zone, streamed. Cells that a spreadsheet would run as a formula are
 * made text; phone numbers are masked unless asked for.
 * @throws AppError export_too_large
 */
export async function exportIndexedCards(
  { store: { db } }: Runtime,
  operator: Operator,
  scope: CardScope,
  query: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const { reason, includePhone, timeZone, columns: asked, ...asFiltered } = query;
  const { hold, ...rest } = asFiltered;
  const filters = { ...rest, condition: hasHold(operator, hold) };
  const chosen = chooseColumns(
    columnsWith(includePhone === 'true' ? (text) => text ?? '' : maskPhone),
    asked,
  );
  const total = totalOf(await countByStatus(db, scope, filters), filters.status);
  note({
    reason,
    rows: total,
    includePhone: includePhone === 'true',
    filter: codesOnly(asFiltered),
    columns: chosen.map(([name]) => name),
  });
  if (total > maxRows)
    throw new AppError('export_too_large', { detail: `${total} rows are found; one file holds ${maxRows}.` });

  const read = async (cursor: string | undefined) => {
    const page = { sort: filters.sort, cursor, limit: rowsPerRead };
    const { found, nextCursor } = await findCards(db, scope, filters, page);
    const tokens = found.map(({ card }) => card.token);
    const held = await readHoldMarks(db, operator, tokens);
    return { nextCursor, items: found.map((row) => ({ ...row, isHeld: held.has(row.card.token) })) };
  };
  return csvResponse(
    'cards.csv',
    chosen.map(([, column]) => column),
    readAhead(read),
    timeZone,
    total,
  );
}

function chooseColumns<Column>(
  columns: Record<string, Column>,
  asked: string | undefined,
): [string, Column][] {
  const entries = Object.entries(columns);
  const chosen = (asked ?? '').split(',').flatMap((name) => entries.filter(([known]) => known === name));
  return chosen.length > 0 ? chosen : entries;
}

/** What was searched for may be a name: the audit row says only that there was a search. */
function codesOnly({ query, ...filters }: ListQuery & { sort: CardSort }): Record<string, unknown> {
  return { ...filters, searched: Boolean(query) };
}
