import type { Hono } from 'hono';
import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { seedNames } from '../seeds/seed.ts';
import { changeSettings, settingsChange } from '../settings.ts';
import { releaseExpiredHolds } from '../wise/card-transaction-changes.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { validationRefusal } from '../wise/refusal.ts';
import { checkControlCallerOrThrow, parseControl } from './control-context.ts';
import { registerIssuingControl } from './issuing-control.ts';
import { registerMoneyControl } from './money-control.ts';
import { registerResourceControl } from './resource-control.ts';
import { registerStateControl } from './state-control.ts';
import { registerTransactionControl } from './transaction-control.ts';
import { registerWebhookControl } from './webhook-control.ts';

const most = { profiles: 20_000, cards: 200_000, transactions: 1_000_000 };
const size = (max: number) => z.int().min(0).max(max).optional();

const resetBody = z.strictObject({
  seed: z.enum(seedNames).optional(),
  options: z
    .strictObject({
      profiles: size(most.profiles),
      cards: size(most.cards),
      transactions: size(most.transactions),
    })
    .optional(),
});

const clockBody = z.strictObject({
  advanceSeconds: z
    .number()
    .min(0)
    .max(20 * 366 * 24 * 60 * 60),
});

const faultBody = z
  .strictObject({
    match: z.strictObject({ method: z.string().optional(), path: z.string().optional() }).default({}),
    times: z.int().min(1).optional(),
    rate: z.number().min(0).max(1).optional(),
    status: z.int().min(200).max(599).optional(),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    delayMs: z.int().min(0).max(600_000).optional(),
    delayAfterMs: z.int().min(0).max(600_000).optional(),
    dropBeforeApply: z.boolean().optional(),
    dropAfterApply: z.boolean().optional(),
  })
  .refine(
    (fault) =>
      fault.status !== undefined ||
      fault.delayMs ||
      fault.delayAfterMs ||
      fault.dropBeforeApply ||
      fault.dropAfterApply,
    'one of status, delayMs, delayAfterMs, dropBeforeApply, dropAfterApply is needed',
  );

/**
 * The control operations. They are no part of Wise's API, are never limited, logged or struck by faults, and answer
 * loopback only.
 *
 * - `POST /_emulator/reset {seed?, options?: {profiles, cards, transactions}}` plants a seed again (the present one by default)
 * - `POST /_emulator/clock {advanceSeconds}` moves time forward; deliveries, expiries and steps that fall due happen at once
 * - `GET|POST|DELETE /_emulator/faults`, see `FaultRule`
 * - `GET|POST /_emulator/settings`, see `settingsChange`
 * - `POST /_emulator/settle` takes every step that is due and answers once no webhook delivery is due or under way
 * - `GET /_emulator/requests?since=ISO`, `GET /_emulator/state/{collection}`, `GET /_emulator/bootstrap`
 * - `POST /_emulator/webhooks/send`, see `webhook-control.ts`
 * - `POST /_emulator/transactions`, `PUT /_emulator/transactions/{id}`, see `transaction-control.ts`
 * - `PUT /_emulator/cards/{token}/production`, `PUT /_emulator/kiosks/{kioskId}`, `POST /_emulator/kiosk-cards`,
 *   `PUT /_emulator/card-orders/{id}/status|requirements`, see `issuing-control.ts`
 * - `PUT /_emulator/cards/{token}/status|spending-permissions|pin-tries`, `PUT /_emulator/profiles/{id}/state`,
 *   `PUT /_emulator/tokens/{userId or client id}`, `POST /_emulator/encrypting-key/rotate`, see `resource-control.ts`
 * - `POST /_emulator/batch-groups/{id}/pay-in {amount}`, `PUT /_emulator/payment-initiations/{id}/status`,
 *   `PUT /_emulator/transfers/{id}/status`, `PUT /_emulator/balances/{id} {amount?, investmentState?}`, see `money-control.ts`
 */
export function registerControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { due, faults, limiter, webhooks, world } = emulator;

  app.use('/_emulator/*', async (c, next) => {
    checkControlCallerOrThrow(c);
    await next();
  });

  app.post('/_emulator/reset', async (c) => {
    const body = await parseControl(c, resetBody);
    const seed = body.seed ?? world.seed;
    const options = body.options ?? (body.seed === undefined ? world.seedOptions : {});
    emulator.reset(seed, options);
    return c.json({
      seed,
      profiles: world.profiles.size,
      cards: world.cards.size,
      cardTransactions: world.cardTransactions.size,
    });
  });

  const printClock = () => ({ now: new Date(world.clock.now()).toISOString() });
  app.get('/_emulator/clock', (c) => c.json(printClock()));
  app.post('/_emulator/clock', async (c) => {
    const { advanceSeconds } = await parseControl(c, clockBody);
    world.clock.advance(advanceSeconds);
    world.metaChanged();
    releaseExpiredHolds(emulator);
    due.catchUp();
    webhooks.wake();
    return c.json(printClock());
  });

  app.get('/_emulator/faults', (c) => c.json({ items: faults.list() }));
  app.post('/_emulator/faults', async (c) => {
    const rule = await parseControl(c, faultBody);
    try {
      return c.json({ id: faults.add(rule) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw validationRefusal(400, { code: 'NOT_VALID', message: error.message, path: 'match.path' });
    }
  });
  app.delete('/_emulator/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  app.get('/_emulator/settings', (c) => c.json(world.settings));
  app.post('/_emulator/settings', async (c) => {
    const change = await parseControl(c, settingsChange);
    world.settings = changeSettings(world.settings, change);
    if (change.rateLimit !== undefined) limiter.use(world.settings.rateLimit);
    world.metaChanged();
    return c.json(world.settings);
  });

  app.post('/_emulator/settle', async (c) => {
    due.catchUp();
    await webhooks.settle();
    return c.json({ settled: true });
  });

  registerStateControl(app, emulator);
  registerResourceControl(app, emulator);
  registerIssuingControl(app, emulator);
  registerMoneyControl(app, emulator);
  registerTransactionControl(app, emulator);
  registerWebhookControl(app, emulator);
  app.all('/_emulator/*', (c) =>
    c.json(
      {
        status: 501,
        error: 'Not Implemented',
        message: `No control operation ${c.req.method} ${c.req.path}`,
      },
      501,
    ),
  );
}
