/** First and last, both included. */
export interface Rows {
  first: number;
  last: number;
}

/** Kept ready above and below what is seen: about what one turn of a wheel brings. */
const around = 8;
/** What comes and what goes in one frame, beside the rows that are seen. */
const perFrame = 4;

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export const rowsAround = ({ first, last }: Rows, count: number): Rows => ({
  first: Math.max(0, first - around),
  last: Math.min(count - 1, last + around),
});

/**
 * What is seen is drawn at once, whatever else is. Rows far away go: otherwise they would pile up behind whoever scrolls
 * fast.
 */
export function drawSeen(drawn: Rows, seen: Rows, count: number): Rows {
  if (drawn.last < seen.first || seen.last < drawn.first) return seen;
  const near = rowsAround(rowsAround(seen, count), count);
  return {
    first: within(drawn.first, near.first, seen.first),
    last: within(drawn.last, seen.last, near.last),
  };
}

/** The rows of the next frame: a few more of those wanted and a few less of the others, so that none takes long. */
export function drawTowards({ first, last }: Rows, wanted: Rows): Rows {
  const below = within(wanted.last - last, -perFrame, perFrame);
  const above = within(first - wanted.first, -perFrame, perFrame - Math.max(0, below));
  return { first: first - above, last: last + below };
}
