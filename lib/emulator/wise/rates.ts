import { printSeconds } from '../core/clock.ts';
import { rateBetween } from '../core/rates.ts';
import type { Emulator } from '../emulator.ts';
import { currencies, findCurrency } from '../money/currencies.ts';
import { type RatePoint, type RateStep, rateAt, rateHistory, rateSteps } from '../money/rate-history.ts';
import { Refusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const codes = currencies.map(({ code }) => code);

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Wise: UTC where no offset is given, which it writes without a colon. */
function parseMoment(text: string, takesDays: boolean): number {
  if (takesDays && day.test(text)) return Date.parse(`${text}T00:00:00Z`);
  if (!moment.test(text)) return Number.NaN;
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  return Date.parse(hasOffset ? text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : `${text}Z`);
}

const isStep = (text: string): text is RateStep => Object.hasOwn(rateSteps, text);

export function registerRates(router: WiseRouter, { world }: Emulator): void {
  const invalid = () =>
    new Refusal(400, {
      error: 'Bad Request',
      message: 'Invalid parameters',
      path: null,
      status: 400,
      timestamp: world.clock.nextInstant(),
    });
  const printRate = (source: string, target: string, { atMs, rate }: RatePoint) => ({
    rate,
    source,
    target,
    time: printSeconds(atMs).replace('Z', '+0000'),
  });

  router.forUser('GET /v1/rates', (c) => {
    const nowMs = world.clock.now();
    const { from, group, source, target, time, to } = c.req.query();
    for (const code of [source, target]) if (code !== undefined && !findCurrency(code)) throw invalid();
    const isHistory = from !== undefined || to !== undefined || group !== undefined;
    if (time === undefined && !isHistory) {
      // Emulator choice: with one of the two, every pair that has it; Wise describes none or both.
      const sources = source === undefined ? codes : [source];
      const targets = target === undefined ? codes : [target];
      const pairs = sources.flatMap((one) => targets.map((other) => [one, other] as const));
      const isAsked = source !== undefined && target !== undefined;
      return c.json(
        pairs
          .filter(([one, other]) => isAsked || one !== other)
          .map(([one, other]) => printRate(one, other, { atMs: nowMs, rate: rateBetween(one, other) })),
      );
    }
    if (source === undefined || target === undefined || (time !== undefined && isHistory)) throw invalid();
    if (time !== undefined) {
      const atMs = parseMoment(time, false);
      if (!(atMs <= nowMs)) throw invalid();
      return c.json([printRate(source, target, { atMs, rate: rateAt(source, target, atMs, nowMs) })]);
    }
    const fromMs = parseMoment(from ?? '', true);
    const toMs = parseMoment(to ?? '', true);
    if (group === undefined || !isStep(group) || !(fromMs <= toMs)) throw invalid();
    const range = { fromMs, toMs: Math.min(toMs, nowMs), step: group };
    const points = rateHistory({ source, target }, range, nowMs);
    if (!points) throw invalid();
    return c.json(points.map((point) => printRate(source, target, point)));
  });
}
