import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { signInToConsole } from '../support/console-client.ts';
import { createEmulatorControl } from '../support/emulator-control.ts';
import { pickCard } from '../support/pick-card.ts';
import { clearBySms, replay, scaOf, trigger, verify } from '../support/sca.ts';
import { startStack } from '../support/stack.ts';

test('the company’s own users as the installation names them; a request that waits outlives a restart; five wrong proofs block', async ({}, info) => {
  const stack = await startStack(`sca-${info.project.name}`, { WISE_COMPANY_USERS: '20000139, 20000140' });
  try {
    const emulator = createEmulatorControl(stack.emulatorUrl);
    const client = await signInToConsole(stack.consoleUrl, 'operator@example.com', demoPassword);
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
  } finally {
    await stack.stop();
  }
});
