/** A bank transfer or a direct debit takes days, so the older a funding is, the more seldom Wise is asked about it. */
const ageShare = 20;
const seldomMs = 5 * 60 * 1000;
/** Beyond this age the job's own minute is often enough. */
const oftenUntilMs = 10 * 60 * 1000;

interface Read {
  startedAt: Date;
  readAt: Date | null;
}

const ageOf = ({ startedAt }: Pick<Read, 'startedAt'>, now: Date) => now.getTime() - startedAt.getTime();

export const isToBeRead = (funding: Read, now: Date): boolean =>
  funding.readAt === null ||
  now.getTime() - funding.readAt.getTime() >= Math.min(seldomMs, ageOf(funding, now) / ageShare);

export const isOften = (funding: Pick<Read, 'startedAt'>, now: Date): boolean =>
  ageOf(funding, now) < oftenUntilMs;
