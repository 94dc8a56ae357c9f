import type { SharedKind } from '../../catalogues/decline-desk.ts';
import type { SharedByCases } from '../../contracts/case-patterns.ts';
import { isoDay } from '../../format/times.ts';
import { type ArchiveState, hrefForArchive, parseArchiveState } from '../transactions/archive-state.ts';

type Shared = SharedByCases['items'][number];

/** By what the archive finds the transactions of a kind; of the others the days alone. */
const filters: Partial<Record<SharedKind, (shared: Shared) => Partial<ArchiveState>>> = {
  merchant: ({ label }) => ({ merchant: label }),
  mcc: ({ value }) => ({ mcc: [value] }),
  country: ({ value }) => ({ country: [value] }),
  card: ({ value }) => ({ cardToken: [value] }),
  programme: ({ value }) => ({ programme: [value] }),
  method: ({ value }) => ({ authorisationMethod: [value] }),
};

/** The transactions of the same days that have it too, of these cases and others. */
export const hrefOfShared = (shared: Shared, timeZone: string): string =>
  hrefForArchive({
    ...parseArchiveState(new URLSearchParams()),
    ...filters[shared.kind]?.(shared),
    from: isoDay(new Date(shared.from), timeZone),
    until: isoDay(new Date(shared.until), timeZone),
  });

/** `all within a day`, `3 of them within a day`; nothing to say of a single card. */
export function wordsOfSpan({ cards, cardsWithinDay }: Pick<Shared, 'cards' | 'cardsWithinDay'>): string {
  if (cards < 2) return '';
  if (cardsWithinDay === cards) return 'all within a day';
  return cardsWithinDay > 1 ? `${cardsWithinDay} of them within a day` : 'on different days';
}
