import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

test('another person’s open page hears of a change, by ids only', async ({ as }) => {
  const one = await as('operator');
  const two = await as('operator2@example.com');
  const { path } = await pickCard(one, { status: 'ACTIVE' });
  const events = await readEvents(two);
  await one.call(updateCardStatus, { params: path, body: { status: 'FROZEN', reason: 'between us' } });
  const heard = await events.until(
    (event) => event.type === 'card.changed' && event.cardToken === path.cardToken,
  );
  events.close();
  expect(heard.event).toEqual({ type: 'card.changed', profileId: path.profileId, cardToken: path.cardToken });
});

test('a stream that resumes gets what it missed, in order, and then says that it is live', async ({ as }) => {
  const client = await as('operator');
  const first = await pickCard(client, { status: 'ACTIVE' });
  const second = await pickCard(client, { status: 'ACTIVE' });
  const before = await readEvents(client);
  await client.call(updateCardStatus, { params: first.path, body: { status: 'FROZEN' } });
  const seen = await before.until(
    (event) => event.type === 'card.changed' && event.cardToken === first.token,
  );
  before.close();
  await client.call(updateCardStatus, { params: second.path, body: { status: 'FROZEN' } });

  const after = await readEvents(client, seen.id);
  await after.until((event) => event.type === 'hello' && event.live);
  await after.until((event) => event.type === 'card.changed' && event.cardToken === second.token);
  after.close();
  const ids = after.received.flatMap(({ id }) => (id === undefined ? [] : [id]));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  expect(ids.every((id) => id >= (seen.id ?? 0))).toBe(true);
});

test('a branch manager hears nothing of other branches’ cards', async ({ as }) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const manager = await readEvents(await as('branch_manager'));
  const witness = await readEvents(operator);
  await operator.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  const heard = await witness.until(
    (event) => event.type === 'card.changed' && event.cardToken === path.cardToken,
  );
  witness.close();
  const resumed = await readEvents(await as('branch_manager'), (heard.id ?? 1) - 1);
  await resumed.until((event) => event.type === 'hello' && event.live);
  resumed.close();
  manager.close();
  const told = [...manager.received, ...resumed.received].map(({ event }) => event.type);
  expect(told).not.toContain('card.changed');
});

test('signing out ends the stream and tells the page why', async ({ as, stack }) => {
  const client = await as('operator2@example.com', { fresh: true });
  const events = await readEvents(client);
  const csrf = await client.send('GET', '/api/auth/csrf');
  const csrfToken = String(Reflect.get(Object(csrf.body), 'csrfToken'));
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  await fetch(`${stack.consoleUrl}/api/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken }),
  });
  await events.until((event) => event.type === 'session.ended');
  await events.ended;
  expect((await client.send('GET', '/api/session')).status).toBe(401);
});
