import type { z } from 'zod';
import {
  cardLimitWindows,
  cardSpendLimitsBody,
  profileSpendLimitsBody,
} from '../../contracts/wise/spend-limits.ts';
import { decimalsOf } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import type { CardLimits, CardRecord, MoneyRecord, ProfileLimitType, ProfileRecord } from '../entities.ts';
import {
  cardUsage,
  maxOf,
  profileLimitOf,
  profileLimitTypes,
  profileUsage,
  windowOf,
} from '../transactions/spend-limits.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import type { EmulatorContext } from './context.ts';
import { faultsOf, readJson } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { problemRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

/** Wise: the last nanosecond that belongs to the window. */
const printEnd = (toMs: number) => `${new Date(toMs - 1).toISOString().slice(0, -1)}999999Z`;

async function parseOrThrow<S extends z.ZodType>(c: EmulatorContext, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(await readJson(c));
  if (!parsed.success)
    throw problemRefusal(
      c.req.path,
      400,
      ...faultsOf(parsed.error).map(({ message, path = '' }) => ({ ref: path, detail: message })),
    );
  return parsed.data;
}

/** Emulator choice: Wise tells no answer to a limit below nothing, with too many decimals or above its maximum. */
function checkLimitOrThrow(c: EmulatorContext, ref: string, limit: MoneyRecord, max: MoneyRecord | null) {
  const refuse = (detail: string) => problemRefusal(c.req.path, 422, { ref, detail });
  if (max && limit.currency !== max.currency) throw refuse(`must be in ${max.currency}`);
  if (limit.amount < 0) throw refuse('must not be negative');
  if (max && limit.amount > max.amount) throw refuse(`must be at most ${max.amount} ${max.currency}`);
  const scaled = limit.amount * 10 ** decimalsOf(limit.currency);
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) throw refuse('has too many decimals');
}

export function registerSpendLimits(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  const printWindow = (card: CardRecord, profile: ProfileRecord, window: keyof CardLimits) => {
    const value = card.limits[window];
    if (!value) return null;
    const { currency } = value;
    if (window === 'transaction') return { value, usage: { amount: 0, currency }, resetAt: null };
    const usage = cardUsage(world, card, window, currency);
    if (window === 'lifetime') return { value, usage, resetAt: null };
    return { value, usage, resetAt: printEnd(windowOf(profile, window, world.clock.now()).toMs) };
  };
  const printCardLimits = (card: CardRecord, profile: ProfileRecord) =>
    Object.fromEntries(cardLimitWindows.map((window) => [window, printWindow(card, profile, window)]));

  const printProfileLimit = (
    profile: ProfileRecord,
    type: ProfileLimitType,
    window: 'daily' | 'monthly',
  ) => ({
    value: profileLimitOf(profile, type, window),
    usage: profileUsage(world, profile, type, window),
    max: maxOf(profile, type, window),
    resetAt: printEnd(windowOf(profile, window, world.clock.now()).toMs),
  });
  const printProfileLimits = (profile: ProfileRecord) => ({
    spendLimits: profileLimitTypes.map((type) => ({
      type,
      aggregateWindow: {
        daily: printProfileLimit(profile, type, 'daily'),
        monthly: printProfileLimit(profile, type, 'monthly'),
      },
    })),
  });

  // Wise's card resource does not hold its limits, so its modificationTime stays as it is.
  const setLimits = (card: CardRecord, limits: CardLimits) => world.cards.put({ ...card, limits });

  router.forUser('GET /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    return c.json(printCardLimits(cardOfCallerOrThrow(world, c, caller), profile));
  });

  router.forUser('PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits', async (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const body = await parseOrThrow(c, cardSpendLimitsBody);
    const changes: CardLimits = {};
    for (const window of cardLimitWindows) {
      const limit = body[window]?.value;
      if (!limit) continue;
      checkLimitOrThrow(c, `${window}.value.amount`, limit, null);
      changes[window] = limit;
    }
    if (Object.keys(changes).length === 0)
      throw problemRefusal(c.req.path, 400, {
        ref: '',
        detail: `one of ${cardLimitWindows.join(', ')} is needed`,
      });
    const card = cardOfCallerOrThrow(world, c, caller);
    return c.json(printCardLimits(setLimits(card, { ...card.limits, ...changes }), profile));
  });

  router.forUser(
    'DELETE /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits/{granularity}',
    (c, caller) => {
      const profile = profileOfCallerOrThrow(world, c, caller);
      const card = cardOfCallerOrThrow(world, c, caller);
      const window = cardLimitWindows.find((name) => name === c.req.param('granularity'));
      if (!window)
        throw problemRefusal(c.req.path, 400, {
          ref: 'granularity',
          detail: `must be one of ${cardLimitWindows.join(', ')}`,
        });
      // Emulator choice: taking away a limit that is not there is no fault.
      const { [window]: _removed, ...limits } = card.limits;
      return c.json(printCardLimits(setLimits(card, limits), profile));
    },
  );

  router.forUser('GET /v4/spend/profiles/{profileId}/spend-limits', (c, caller) =>
    c.json(printProfileLimits(profileOfCallerOrThrow(world, c, caller))),
  );

  router.forUser('PATCH /v4/spend/profiles/{profileId}/spend-limits', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { aggregateWindow, type } = await parseOrThrow(c, profileSpendLimitsBody);
    const profile = profileOfCallerOrThrow(world, c, caller);
    const limits = { daily: aggregateWindow.daily.value, monthly: aggregateWindow.monthly.value };
    for (const window of ['daily', 'monthly'] as const)
      checkLimitOrThrow(
        c,
        `aggregateWindow.${window}.value.amount`,
        limits[window],
        maxOf(profile, type, window),
      );
    const changed = world.profiles.put({ ...profile, limits: { ...profile.limits, [type]: limits } });
    return c.json(printProfileLimits(changed));
  });
}
