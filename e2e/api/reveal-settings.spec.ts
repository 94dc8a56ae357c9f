import { listCards } from '../../lib/contracts/cards.ts';
import { listCardReveals } from '../../lib/contracts/sensitive-details.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { signInToConsole } from '../support/console-client.ts';
import { createEmulatorControl } from '../support/emulator-control.ts';
import { askReveal, confirm, openReveal } from '../support/reveals.ts';
import { startStack } from '../support/stack.ts';

test('an installation that shows no PINs, two reveals a day and person, and wraps its keys by RSA-OAEP-256', async ({}, info) => {
  const stack = await startStack(`reveals-${info.project.name}`, {
    PIN_REVEAL: 'off',
    REVEALS_PER_PERSON_A_DAY: '2',
    WISE_CARD_DATA_ALGORITHM: 'RSA-OAEP-256',
  });
  try {
    const emulator = createEmulatorControl(stack.emulatorUrl);
    const client = await signInToConsole(stack.consoleUrl, 'operator@example.com', demoPassword);
    const another = await signInToConsole(stack.consoleUrl, 'operator2@example.com', demoPassword);
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
  } finally {
    await stack.stop();
  }
});
