import type { StatusLook } from '@/lib/catalogues/statuses';
import type { WebhookStream } from '@/lib/contracts/webhooks';
import { countOf } from '@/lib/format/counts';

type Check = WebhookStream['checks'][number];

const notYet: StatusLook = { word: 'Not looked yet', tone: 'quiet', mark: 'not-begun' };
const caughtUp: StatusLook = { word: 'Caught up', tone: 'good', mark: 'works' };
const someMissed: StatusLook = { word: 'Caught up', tone: 'warn', mark: 'works' };
const brokeOff: StatusLook = { word: 'Not known', tone: 'warn', mark: 'unknown' };

/** A gap that was found lately is worth a look, though what was missed has been read. */
const latelyMs = 24 * 60 * 60 * 1000;
const wasMissedLately = ({ missedAt }: Check, now: Date): boolean =>
  missedAt !== null && now.getTime() - Date.parse(missedAt) < latelyMs;

/** Of one kind. What was missed has been read; for a day it is worth a look all the same. */
export function lookOfCheck(check: Check | undefined, now: Date = new Date()): StatusLook {
  if (!check) return notYet;
  if (check.failure !== null) return brokeOff;
  return wasMissedLately(check, now) ? someMissed : caughtUp;
}

/** What the last look at Wise says of the stream as a whole. */
export function sayHowItStands(
  checks: readonly Check[],
  now: Date = new Date(),
): { look: StatusLook; more: { words: string; at: string | null } | undefined } {
  const newest = (moments: (string | null)[]) =>
    moments
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null;
  const checkedAt = newest(checks.map((one) => one.checkedAt));
  if (checkedAt === null) return { look: notYet, more: undefined };
  const failed = checks.filter(({ failure }) => failure !== null);
  if (failed.length > 0)
    return {
      look: brokeOff,
      more: { words: `${countOf(failed.length, 'kind')} could not be read, last tried`, at: checkedAt },
    };
  const missed = checks.filter((one) => wasMissedLately(one, now));
  if (missed.length > 0) {
    const count = missed.reduce((sum, one) => sum + one.missed, 0);
    return {
      look: someMissed,
      more: { words: `${count} missed, read`, at: newest(missed.map((one) => one.missedAt)) },
    };
  }
  return { look: caughtUp, more: { words: 'nothing missed, looked', at: checkedAt } };
}
