import 'server-only';
import { stringify } from 'csv-stringify';
import type { CardSort } from '../../contracts/cards.ts';
import type { CardScope } from '../auth/operator.ts';
import { AppError } from '../http/app-error.ts';
import { fileResponse } from '../http/file-response.ts';
import type { Runtime } from '../runtime.ts';
import { type CardFilters, countByStatus, type FoundCard, findCards } from './card-search.ts';
import { totalOf } from './list-cards.ts';

const maxRows = 100_000;
const rowsPerRead = 500;

interface ExportQuery extends CardFilters {
  sort: CardSort;
  reason: string;
  includePhone: 'true' | 'false';
  timeZone: string;
  columns?: string | undefined;
}
type Column = { header: (timeZone: string) => string; value: (found: FoundCard, format: Format) => string };
interface Format {
  instant(text: string): string;
  phone(text: string | null): string;
}

const columns: Record<string, Column> = {
  holder: { header: () => 'Holder', value: ({ card }) => card.cardHolderName ?? '' },
  card: { header: () => 'Last four', value: ({ card }) => card.lastFourDigits },
  status: { header: () => 'Status', value: ({ card }) => card.status },
  scheme: { header: () => 'Scheme', value: ({ card }) => card.scheme },
  type: { header: () => 'Type', value: ({ card }) => card.cardType },
  programme: { header: () => 'Programme', value: ({ card }) => card.programme },
  profile: { header: () => 'Profile', value: ({ profile }) => profile.name },
  profileId: { header: () => 'Profile id', value: ({ card }) => card.profileId },
  expiry: { header: () => 'Expires', value: ({ card }) => (card.expiryDate ?? '').slice(0, 7) },
  currency: { header: () => 'Currency', value: ({ card }) => card.defaultCurrency },
  phone: { header: () => 'Phone', value: ({ card }, format) => format.phone(card.phoneNumber) },
  token: { header: () => 'Token', value: ({ card }) => card.token },
  created: {
    header: (zone) => `Created (${zone})`,
    value: ({ card }, format) => format.instant(card.creationTime),
  },
  changed: {
    header: (zone) => `Last change (${zone})`,
    value: ({ card }, format) => format.instant(card.modificationTime),
  },
  asOf: {
    header: (zone) => `Known as of (${zone})`,
    value: ({ card }, format) => format.instant(card.asOf.toISOString()),
  },
};

/**
 * Everything the filters find, in the shown order and zone, streamed. Cells that a spreadsheet would run as a formula are
 * made text; phone numbers are masked unless asked for.
 * @throws AppError export_too_large
 */
export async function exportIndexedCards(
  parts: Runtime,
  scope: CardScope,
  query: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const { reason, includePhone, timeZone, columns: asked, ...filters } = query;
  const format = makeFormat(timeZone, includePhone === 'true');
  const chosen = chooseColumns(asked);
  const total = totalOf(await countByStatus(parts.store.db, scope, filters), filters.status);
  note({
    reason,
    rows: total,
    includePhone: includePhone === 'true',
    filter: codesOnly(filters),
    columns: chosen.map(([name]) => name),
  });
  if (total > maxRows)
    throw new AppError('export_too_large', { detail: `${total} rows are found; one file holds ${maxRows}.` });

  async function* records() {
    yield chosen.map(([, column]) => column.header(timeZone));
    for (let cursor: string | undefined; ; ) {
      const page = await findCards(parts.store.db, scope, filters, {
        sort: filters.sort,
        cursor,
        limit: rowsPerRead,
      });
      for (const found of page.found) yield chosen.map(([, column]) => column.value(found, format));
      if (!page.nextCursor) return;
      cursor = page.nextCursor;
    }
  }
  const csv = stringify({ bom: true, escape_formulas: true });
  void feed(csv, records());
  return fileResponse(csv, 'text/csv', 'cards.csv');
}

async function feed(csv: ReturnType<typeof stringify>, records: AsyncIterable<string[]>): Promise<void> {
  try {
    for await (const record of records) {
      if (!csv.write(record)) await new Promise((resolve) => csv.once('drain', resolve));
    }
    csv.end();
  } catch (error) {
    csv.destroy(error instanceof Error ? error : new Error('The export broke off'));
  }
}

function chooseColumns(asked: string | undefined): [string, Column][] {
  const entries = Object.entries(columns);
  const chosen = (asked ?? '').split(',').flatMap((name) => entries.filter(([known]) => known === name));
  return chosen.length > 0 ? chosen : entries;
}

/** What was searched for may be a name: the audit row says only that there was a search. */
function codesOnly({ query, ...filters }: CardFilters & { sort: CardSort }): Record<string, unknown> {
  return { ...filters, searched: Boolean(query) };
}

function makeFormat(timeZone: string, showPhone: boolean): Format {
  let parts: Intl.DateTimeFormat;
  try {
    parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'query.timeZone', message: 'There is no such time zone.' }],
    });
  }
  return {
    instant: (text) => parts.format(new Date(text)),
    phone: (text) => (text === null ? '' : showPhone ? text : `${text.slice(0, 3)} … ${text.slice(-2)}`),
  };
}
