import type { Hono } from 'hono';
import { z } from 'zod';
import { printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { KioskFault, ProductionRecord } from '../entities.ts';
import { catchUpCardOrder, changeRequirements, moveCardOrder } from '../issuing/advance-card-order.ts';
import { makeKioskCard } from '../issuing/make-kiosk-card.ts';
import { producedWords, readyWords, wordsOfProductionCode } from '../issuing/production-codes.ts';
import { newProduction } from '../issuing/new-production.ts';
import { catchUpProduction, keepProduction, startWaiting } from '../issuing/productions.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { cardOrThrow, notFound, parseControl, word } from './control-context.ts';

const kioskId = z.string().regex(/^\w{1,40}$/);
const productionBody = z.strictObject({
  status: word,
  errorCode: word.optional(),
  kioskId: kioskId.optional(),
  /** false keeps it from the subscribers, as if every delivery had been lost. */
  notify: z.boolean().default(true),
});

/** A code for every job to come, or one for the next few. */
const fault = z
  .union([
    word.transform((code): KioskFault => ({ code, times: null })),
    z.strictObject({ code: word, times: z.int().min(1).max(1000) }),
  ])
  .nullable()
  .optional();
const kioskBody = z.strictObject({
  /** null: the setting `kioskStepMs`. */
  stepMs: z
    .int()
    .min(0)
    .max(30 * 24 * 60 * 60 * 1000)
    .nullable()
    .optional(),
  failWith: fault,
  /** null also lets begin what waits there with REQUEST_CREATED_BUT_NOT_STARTED. */
  rejectWith: fault,
});

const kioskCardBody = z.strictObject({
  profileId: z.coerce.number().int(),
  cardHolderName: z.string().min(1).max(60).optional(),
  ageDays: z.number().min(0).max(400).default(0),
  /** false: the card is made and Wise still prepares it; PUT production READY ends that. */
  isReady: z.boolean().default(true),
  notify: z.boolean().default(true),
});

const orderStatusBody = z.strictObject({ status: word });
const requirementsBody = z.strictObject({
  requirements: z.array(z.strictObject({ type: word, status: word })).min(1),
});

/** What Wise, its card maker and the kiosks do to card orders and productions. */
export function registerIssuingControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { world } = emulator;

  // Makes any card one that is collected at a kiosk. Goes on from the attempt that is under way, as the kiosk would.
  app.put('/_emulator/cards/:token/production', async (c) => {
    const { errorCode = null, notify, status, ...body } = await parseControl(c, productionBody);
    const card = cardOrThrow(world, c);
    const before = catchUpProduction(emulator, card.token);
    const goesOn = before?.status === 'IN_PROGRESS' && status !== 'READY';
    const now = world.clock.now();
    const laterMs = before ? Math.max(now, Date.parse(before.occurredAt) + 1) : now;
    const after: ProductionRecord = {
      ...newProduction(card.token, laterMs),
      status,
      ...(goesOn && { occurredAt: printMilliseconds(Date.parse(before.occurredAt)) }),
      kioskId: status === 'READY' ? null : (body.kioskId ?? before?.kioskId ?? 'WIS00001'),
      errorCode,
      description: { READY: readyWords, PRODUCED: producedWords }[status] ?? null,
      ...(errorCode && { description: wordsOfProductionCode(errorCode) }),
    };
    return c.json(keepProduction(emulator, card, after, { notify }));
  });

  // A kiosk that is not there yet is made.
  app.put('/_emulator/kiosks/:kioskId', async (c) => {
    const body = await parseControl(c, kioskBody);
    const id = kioskId.safeParse(c.req.param('kioskId'));
    if (!id.success) throw notFound('kiosk');
    const before = world.kiosks.get(id.data);
    const kiosk = world.kiosks.put({
      id: id.data,
      stepMs: body.stepMs === undefined ? (before?.stepMs ?? null) : body.stepMs,
      failWith: body.failWith === undefined ? (before?.failWith ?? null) : body.failWith,
      rejectWith: body.rejectWith === undefined ? (before?.rejectWith ?? null) : body.rejectWith,
    });
    if (body.rejectWith === null) startWaiting(emulator, kiosk);
    return c.json(world.kiosks.get(id.data));
  });

  // A new card that waits for a kiosk, with the order it came from, as if both had gone their way.
  app.post('/_emulator/kiosk-cards', async (c) => {
    const body = await parseControl(c, kioskCardBody);
    const profile = world.profiles.get(body.profileId);
    if (!profile) throw notFound('profile');
    const { card, order } = makeKioskCard(emulator, profile, body);
    return c.json({
      token: card.token,
      profileId: card.profileId,
      orderId: order.id,
      lastFourDigits: card.lastFourDigits,
      cardHolderName: card.cardHolderName,
      creationTime: card.creationTime,
    });
  });

  const orderOrThrow = (id: string) => {
    const order = catchUpCardOrder(emulator, id);
    if (!order) throw notFound('card order');
    return order;
  };

  // Any status from any other, one nobody knows too; what follows from it by itself goes on.
  app.put('/_emulator/card-orders/:orderId/status', async (c) => {
    const { status } = await parseControl(c, orderStatusBody);
    const order = orderOrThrow(c.req.param('orderId'));
    return c.json(
      order.status === status ? order : moveCardOrder(emulator, order, status, world.clock.now()),
    );
  });

  // Those that are named become what is said; the others stay. What waited for them goes on.
  app.put('/_emulator/card-orders/:orderId/requirements', async (c) => {
    const { requirements } = await parseControl(c, requirementsBody);
    const order = orderOrThrow(c.req.param('orderId'));
    const named = new Map(requirements.map((row) => [row.type, row]));
    const kept = order.requirements.filter(({ type }) => !named.has(type));
    return c.json(changeRequirements(emulator, order, [...kept, ...requirements]));
  });
}
