import type { Hono } from 'hono';
import type { Emulator } from '../emulator.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { validationRefusal } from '../wise/refusal.ts';

/** Reading what the emulator holds, in its own words. */
export function registerStateControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { requests, world } = emulator;
  const cardTransactionsOf = (cardToken: string | undefined) =>
    world.cardTransactions.ofCards(cardToken === undefined ? world.cards.keys() : [cardToken]);

  app.get('/_emulator/bootstrap', (c) => c.json(emulator.bootstrap()));

  app.get('/_emulator/requests', (c) => {
    const since = c.req.query('since');
    const sinceMs = since === undefined ? 0 : Date.parse(since);
    if (Number.isNaN(sinceMs))
      throw validationRefusal(400, { code: 'NOT_VALID', message: 'must be an ISO time', path: 'since' });
    return c.json({ items: requests.since(sinceMs) });
  });

  app.get('/_emulator/state/:collection', (c) => {
    const name = c.req.param('collection');
    const tables: Record<string, { all: () => object[] }> = {
      ...world.tables,
      'card-transactions': { all: () => cardTransactionsOf(c.req.query('cardToken')) },
    };
    const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (!table)
      return c.json({ status: 501, error: 'Not Implemented', message: `No collection ${name} is kept` }, 501);
    return c.json({ items: table.all() });
  });
}
