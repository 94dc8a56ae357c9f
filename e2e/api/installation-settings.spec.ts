import { listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { listCardReveals } from '../../lib/contracts/sensitive-details.ts';
import { test as base, expect } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { askReveal, confirm, openReveal } from '../support/reveals.ts';
import { clearBySms, replay, scaOf, trigger, verify } from '../support/sca.ts';
import { startStack, type Stack } from '../support/stack.ts';

const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, provide, { project }) => {
      const stack = await startStack(`${project.name}-settings`, {
        PIN_REVEAL: 'off',
        REVEALS_PER_PERSON_A_DAY: '2',
        WISE_CARD_DATA_ALGORITHM: 'RSA-OAEP-256',
        WISE_COMPANY_USERS: '20000139, 20000140',
      });
      await provide(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],
});

test('an installation that shows no PINs, two reveals a day and person, and wraps its keys by RSA-OAEP-256', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const another = await as('operator2@example.com');
  const { body } = await client.call(listCards, { query: { status: ['ACTIVE'], limit: 3 } });
  const paths = body.items.map(({ profileId, token }) => ({ profileId, cardToken: token }));
  const [first, second, third] = paths;
  if (!first || !second || !third) throw new Error('no three cards');
  await confirm(client);
  await confirm(another);

  const since = await emulator.now();
  expect((await askReveal(client, first, { what: 'pin' })).answer.problem.code).toBe('pin_reveal_off');
  expect((await client.call(listCardReveals, { params: first })).body.showsPins).toBe(false);
  const reached = (await emulator.requests(since)).filter(({ path }) => path.startsWith('/twcard-data/'));
  expect(reached).toEqual([]);

  for (const path of [first, second]) {
    const { answer, keys } = await askReveal(client, path);
    expect((await openReveal(answer.body, keys)).pan).toMatch(/^\d{16}$/);
  }
  const refused = (await askReveal(client, third)).answer.problem;
  expect(refused.code).toBe('reveal_limit_reached');
  expect(refused.detail).toContain('You were shown 2 within 24 hours');
  expect((await askReveal(another, third)).answer.status).toBe(200);
});

test('the company’s own users as the installation names them; a request that waits outlives a restart; five wrong proofs block', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator');
  const own = await pickCard(client, { status: 'ACTIVE', profileIds: ['30000139', '30000140'] });
  const anothers = await pickCard(client, { status: 'ACTIVE', profileIds: ['30000002'] });
  await emulator.changeSettings({ scaRequired: ['/status'] });
  const ask = (params: { profileId: string; cardToken: string }, status: 'FROZEN' | 'ACTIVE' = 'FROZEN') =>
    client.call(updateCardStatus, { params, body: { status } });

  expect(scaOf((await ask(anothers.path)).problem).owner.kind).toBe('customer');
  const { owner, scaId } = scaOf((await ask(own.path)).problem);
  expect(owner.kind).toBe('company');
  await trigger(client, scaId);
  await stack.restartConsole();
  await clearBySms(client, scaId);
  expect((await replay(client, scaId)).body).toMatchObject({ status: { value: 'FROZEN' } });

  const again = scaOf((await ask(own.path, 'ACTIVE')).problem);
  await trigger(client, again.scaId);
  for (let count = 1; count <= 5; count++)
    expect((await verify(client, again.scaId, '000000')).problem).toMatchObject({
      code: 'sca_proof_wrong',
      detail: expect.stringContaining(`wrong proof number ${count} here`),
    });
  expect((await verify(client, again.scaId)).problem.code).toBe('sca_blocked');
  expect((await ask(own.path, 'ACTIVE')).problem.code).toBe('sca_blocked');
});
