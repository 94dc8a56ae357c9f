import 'server-only';
import { cardTransactionSightDays } from '../../../contracts/wise/card-transactions.ts';
import { AppError } from '../../http/app-error.ts';

/** Our clock and Wise's need not agree, and a question takes time to arrive. */
const marginMs = 60_000;

export interface Range {
  from: Date;
  to: Date;
  /** More was asked for than Wise still shows. */
  isCut: boolean;
}

/**
 * The part of a range that Wise still shows: the last 90 days.
 * @param from ISO with its offset; absent = as far back as there is. `to` absent = now
 * @throws AppError validation_failed for a range that ends before it begins
 */
export function visibleRange(from: string | undefined, to: string | undefined, now: Date): Range {
  const oldest = new Date(now.getTime() - cardTransactionSightDays * 86_400_000 + marginMs);
  const asked = {
    from: from === undefined ? oldest : new Date(from),
    to: to === undefined ? now : new Date(to),
  };
  if (asked.from > asked.to)
    throw new AppError('validation_failed', {
      fields: [{ path: 'query.to', message: 'The end of the range lies before its beginning.' }],
    });
  const isCut = from !== undefined && asked.from.getTime() < oldest.getTime() - marginMs;
  const begin = asked.from < oldest ? oldest : asked.from;
  // What lies wholly before the oldest day shows nothing; the range stays the right way up.
  return { from: begin, to: asked.to < begin ? begin : asked.to, isCut };
}
