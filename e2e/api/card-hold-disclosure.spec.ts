import { listAudit } from '../../lib/contracts/audit.ts';
import { acknowledgeHoldAlert, changeHold, liftHold } from '../../lib/contracts/card-holds.ts';
import { type CardPath, exportCards, getCard, getCardHistory, listCards } from '../../lib/contracts/cards.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { dayIn, holdCard, needsYou } from '../support/holds.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const operator2 = 'operator2@example.com';

test('to everybody else a hold of operations and one of compliance are the same, in every answer', async ({
  as,
  emulator,
}) => {
  const cards = { operations: demoCards.old, compliance: demoCards.pinTriesExceeded };
  const holders = { operations: await as(operator2), compliance: await as('compliance') };
  const observers = {
    operator: await as('operator'),
    admin: await as('admin'),
    auditor: await as('auditor'),
    branch_manager: await as('branch_manager'),
  };
  const sides = ['operations', 'compliance'] as const;
  const pathOf = (side: (typeof sides)[number]): CardPath => ({
    profileId: cards[side].profileId,
    cardToken: cards[side].token,
  });
  const before = new Map<string, Record<string, unknown>>();
  /** What other tests did to these cards. */
  const earlier = new Set<string>();
  const historyOf = async (client: ConsoleClient, params: CardPath) =>
    (await client.call(getCardHistory, { params, query: {} })).body.items.filter(
      ({ id }) => !earlier.has(id),
    );
  const trailOf = async (client: ConsoleClient, { cardToken }: CardPath) =>
    (await client.call(listAudit, { query: { query: cardToken } })).body.items.filter(
      ({ sequence }) => !earlier.has(sequence),
    );
  const hide = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, 'time')
      .replaceAll(/[0-9a-f]{64}/g, 'hash')
      .replaceAll(/"((?:intentS|s)equence)":"\d+"/g, '"$1":"n"')
      .replaceAll(/"profileId":"\d+"/g, '"profileId":"p"')
      .replaceAll(/told-[^"]+|act-\d+/g, 'entry');
  /** What became different of the card, wherever it is told. */
  const changed = (name: string, now: Record<string, unknown>) =>
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(before.get(name)?.[key]) !== JSON.stringify(value),
    );
  const cardsTold = async (client: ConsoleClient, params: CardPath) => {
    const { body } = await client.call(getCard, { params });
    const list = await client.call(listCards, { query: { query: params.cardToken } });
    const overview = await client.call(getOverview, {});
    const row = overview.body.recentlyChanged.find(({ cardToken }) => cardToken === params.cardToken);
    return {
      page: body,
      list: list.body.items[0] ?? {},
      overview: { status: row?.status, isHeld: row?.isHeld },
    };
  };
  const read = async (who: keyof typeof observers, side: (typeof sides)[number]) => {
    const client = observers[who];
    const params = pathOf(side);
    const told = await cardsTold(client, params);
    const history = await historyOf(client, params);
    const filtered = await Promise.all(
      ['held', 'yours', 'operations', 'compliance', 'nonsense'].map(
        async (hold) =>
          (await client.call(listCards, { query: { hold: [hold], query: params.cardToken } })).body.total,
      ),
    );
    const csv =
      who === 'operator' || who === 'auditor'
        ? (
            await client.call(exportCards, {
              query: { query: params.cardToken, reason: 'audit', columns: 'status,hold' },
            })
          ).text
        : '';
    const trail = who === 'auditor' ? await trailOf(client, params) : [];
    return hide(
      JSON.stringify({
        page: changed(`${who} ${side} page`, told.page),
        list: changed(`${who} ${side} list`, told.list),
        overview: told.overview,
        history,
        filtered,
        csv,
        trail,
        needsYou: await needsYou(client, params.cardToken),
      }),
    );
  };
  const whos = Object.keys(observers) as (keyof typeof observers)[];
  await emulator.settleWebhooks();
  for (const side of sides) {
    const trail = await trailOf(observers.auditor, pathOf(side));
    for (const { sequence } of trail) earlier.add(sequence);
  }
  for (const who of whos) {
    for (const side of sides) {
      const history = await historyOf(observers[who], pathOf(side));
      for (const { id } of history) earlier.add(id);
      const told = await cardsTold(observers[who], pathOf(side));
      for (const [name, value] of Object.entries(told)) before.set(`${who} ${side} ${name}`, value);
    }
  }
  const streams = await Promise.all(
    whos.map(async (who) => ({ who, events: await readEvents(observers[who]) })),
  );
  const compare = async () => {
    await emulator.settleWebhooks();
    for (const who of whos) {
      const operations = await read(who, 'operations');
      expect(await read(who, 'compliance'), who).toBe(operations);
    }
  };

  const holdIds = new Map<string, string>();
  for (const side of sides) {
    const { holdId } = await holdCard(holders[side], pathOf(side), {
      reason: `reason of ${side}`,
      reviewOn: dayIn(side === 'operations' ? 20 : 60),
    });
    holdIds.set(side, holdId);
  }
  await expect
    .poll(async () =>
      Promise.all(sides.map(async (side) => (await historyOf(observers.operator, pathOf(side)))[0]?.via)),
    )
    .toEqual(['partner-api', 'partner-api']);
  await compare();
  const page = (await observers.operator.call(getCard, { params: pathOf('compliance') })).text;
  expect(page).not.toMatch(/reason of|Ines|"owner"/);
  expect(await read('operator', 'compliance')).toContain('"filtered":[1,0,0,0,0]');

  for (const side of sides) {
    await holders[side].call(changeHold, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '', reviewOn: dayIn(40), refreezes: true, reason: 'more of it' },
    });
  }
  await compare();
  for (const side of sides) {
    await emulator.setCardStatus(cards[side].token, 'ACTIVE');
    await expect
      .poll(
        async () =>
          (await holders[side].call(getCard, { params: pathOf(side) })).body.hold?.details?.alert?.refreeze,
      )
      .toBe('done');
    await holders[side].call(acknowledgeHoldAlert, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '' },
    });
  }
  await compare();
  for (const side of sides) {
    await holders[side].call(liftHold, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '', unfreeze: true, reason: 'all is well' },
    });
  }
  await expect
    .poll(async () =>
      Promise.all(sides.map(async (side) => (await historyOf(observers.operator, pathOf(side)))[0]?.to)),
    )
    .toEqual(['ACTIVE', 'ACTIVE']);
  await compare();

  for (const { who, events } of streams) {
    const heard = (side: (typeof sides)[number]) =>
      new Set(
        events.received
          .filter(({ event }) => 'cardToken' in event && event.cardToken === cards[side].token)
          .map(({ event }) => event.type),
      );
    expect([...heard('compliance')], who).toEqual(['card.changed']);
    expect([...heard('operations')], who).toEqual(['card.changed']);
    events.close();
  }
});

test('the trail names nobody for a hold, finds nothing by their name and keeps no reason', async ({ as }) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'FROZEN' });
  const { holdId } = await holdCard(compliance, path, { reason: 'a word only compliance reads' });
  await compliance.call(liftHold, {
    params: path,
    body: { holdId, unfreeze: false, reason: 'another such word' },
  });
  const auditor = await as('auditor');
  const trail = await auditor.call(listAudit, { query: { query: path.cardToken } });
  expect(new Set(trail.body.items.map(({ action }) => action))).toEqual(
    new Set(['cards.hold', 'cards.lift-hold']),
  );
  expect(trail.body.items.every(({ withheld, actorName }) => withheld === null && actorName === null)).toBe(
    true,
  );
  expect(trail.text).not.toMatch(/Ines|compliance|such word|only compliance reads|reviewOn/);
  const byName = await auditor.call(listAudit, { query: { query: 'Ines Duarte', limit: 200 } });
  expect(byName.body.items.filter(({ targetId }) => targetId === path.cardToken)).toEqual([]);
});

test('GET cards: the list and its export tell which cards are held, and which of them are one’s own', async ({
  as,
}) => {
  const operator = await as('operator');
  const { path: own } = await pickCard(operator, { status: 'FROZEN' });
  const { path: others } = await pickCard(operator, { status: 'FROZEN' });
  await holdCard(operator, own, { reviewOn: dayIn(9) });
  await holdCard(await as('compliance'), others);
  const tokens = async (hold: string) =>
    (await operator.call(listCards, { query: { hold: [hold], limit: 200 } })).body.items.map(
      ({ token }) => token,
    );
  expect(await tokens('held')).toEqual(expect.arrayContaining([own.cardToken, others.cardToken]));
  expect(await tokens('yours')).toContain(own.cardToken);
  expect(await tokens('yours')).not.toContain(others.cardToken);
  const [row] = (await operator.call(listCards, { query: { query: own.cardToken } })).body.items;
  expect(row?.hold).toEqual({ isYours: true, reviewOn: dayIn(9) });
  const csv = await operator.call(exportCards, {
    query: { query: others.cardToken, reason: 'reporting', columns: 'status,hold' },
  });
  expect(csv.text).toContain('FROZEN,Held until reviewed');
});
