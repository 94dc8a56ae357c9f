import 'server-only';

/** One thing that Wise told of a card's production, by webhook or in answer to a reading. */
export interface ProductionStep {
  status: string;
  /** When the request was sent to the kiosk: it names the attempt. */
  occurredAt: Date | null;
  /** When Wise said so. */
  toldAt: Date;
}

const ranks: Readonly<Record<string, number>> = {
  READY: 0,
  // A refused request that waits at the kiosk after all begins with the same attempt.
  REQUEST_ERROR: 1,
  IN_PROGRESS: 2,
  PRODUCTION_ERROR: 3,
  // A card that was printed stays printed, whatever else is told of the same attempt.
  PRODUCED: 4,
};
/** Nobody knows what an unknown one means: it counts as something that happens while the card is printed. */
const rankOf = (status: string): number =>
  Object.hasOwn(ranks, status) ? (ranks[status] ?? 0) : (ranks.IN_PROGRESS ?? 0);

const hasWholeSeconds = (at: Date): boolean => at.getTime() % 1000 === 0;
const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/**
 * Whether two moments name the same attempt. Wise: schema 2.0.0 leaves out what 4.0.0 tells below the second, and a card is
 * not sent twice within one.
 */
export function isSameAttempt(one: Date | null, other: Date | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.getTime() === other.getTime()) return true;
  return (hasWholeSeconds(one) || hasWholeSeconds(other)) && secondOf(one) === secondOf(other);
}

/**
 * Whether a step takes the place of the one that stands, in whichever order they arrive: a later attempt that of an earlier
 * one; within an attempt READY < IN_PROGRESS < PRODUCTION_ERROR < PRODUCED; what is equal, when told later.
 */
export function replaces(step: ProductionStep, standing: ProductionStep): boolean {
  if (!isSameAttempt(step.occurredAt, standing.occurredAt)) {
    if (step.occurredAt === null || standing.occurredAt === null) return standing.occurredAt === null;
    return step.occurredAt > standing.occurredAt;
  }
  const [rank, standingRank] = [rankOf(step.status), rankOf(standing.status)];
  return rank === standingRank ? step.toldAt > standing.toldAt : rank > standingRank;
}

/** The more exact of two that name the same attempt. */
export const moreExact = (one: Date, other: Date | null): Date =>
  other !== null && hasWholeSeconds(one) ? other : one;
