import { listAudit } from '../../lib/contracts/audit.ts';
import {
  approve,
  getApproval,
  getPinApproval,
  listApprovals,
  refuse,
  requestApproval,
  withdrawApproval,
} from '../../lib/contracts/approvals.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { agreeToPin, askReveal, confirm, openReveal, why } from '../support/reveals.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

const askForPin = (client: ConsoleClient, path: CardPath, more: { ticket?: string } = {}) =>
  client.call(requestApproval, { body: { kind: 'pin.reveal', ...path, ...why, ...more } });

test.describe('a PIN', () => {
  test('is shown once to whoever asked, after somebody else agreed, and for the same reason and ticket', async ({
    as,
    emulator,
  }) => {
    const operator = await as('operator', { fresh: true });
    const { path, lastFourDigits } = await pickCard(operator, { status: 'ACTIVE' });
    await confirm(operator);
    const since = await emulator.now();
    expect((await askReveal(operator, path, { what: 'pin' })).answer.problem).toMatchObject({
      code: 'approval_required',
      status: 403,
    });
    const asked = await askForPin(operator, path);
    expect(asked.status).toBe(202);
    const { approvalId } = asked.body;
    const decider = await as('operator2@example.com');
    const seen = await decider.call(getApproval, { params: { approvalId } });
    expect(seen.body).toMatchObject({
      kind: 'pin.reveal',
      standing: 'yours-to-decide',
      resource: null,
      profileId: null,
      requestedBy: 'Leah Brandt',
      needed: 1,
      lines: [
        `Shows the PIN of the card ending ${lastFourDigits} to whoever asks, once.`,
        'Reason: The customer cannot read the card.',
        'Ticket: CS-20418',
      ],
    });
    expect(seen.text).not.toContain(path.cardToken);
    expect((await askReveal(operator, path, { what: 'pin' })).answer.problem.code).toBe('approval_required');
    expect((await decider.call(approve, { params: { approvalId }, body: {} })).body.approval.state).toBe(
      'approved',
    );
    const another = await as('operator2@example.com', { fresh: true });
    await confirm(another);
    expect(
      (await askReveal(another, path, { what: 'pin' })).answer.problem.code,
      'it is another’s approval',
    ).toBe('approval_required');
    expect(
      (await emulator.requests(since)).filter((request) => request.path.includes('sensitive-card-data')),
    ).toEqual([]);
    const { answer, keys } = await askReveal(operator, path, { what: 'pin' });
    expect((await openReveal(answer.body, keys)).pin).toMatch(/^\d{4}$/);
    expect((await askReveal(operator, path, { what: 'pin' })).answer.problem.code).toBe('approval_required');
    expect((await operator.call(getPinApproval, { params: path })).body.approval).toBeNull();
  });

  test('is not shown for another ticket than the approved one, which stays good', async ({ as }) => {
    const operator = await as('operator', { fresh: true });
    const decider = await as('admin2@example.com');
    const { path } = await pickCard(operator, { status: 'ACTIVE' });
    await confirm(operator);
    const { approvalId } = (await askForPin(operator, path, { ticket: 'CS-1' })).body;
    await decider.call(approve, { params: { approvalId }, body: { note: 'spoke to her' } });
    expect((await askReveal(operator, path, { what: 'pin' })).answer.problem.code).toBe('approval_required');
    const { approval } = (await operator.call(getPinApproval, { params: path })).body;
    expect(approval).toMatchObject({
      id: approvalId,
      state: 'approved',
      ticket: 'CS-1',
      usedAt: null,
      decisions: [{ by: 'Hanna Weiss', decision: 'approved', note: 'spoke to her' }],
    });
    expect(Date.parse(approval?.usableUntil ?? '') - Date.parse(approval?.decidedAt ?? '')).toBe(600_000);
  });

  test('many at once use one approval once', async ({ as }) => {
    const operator = await as('operator', { fresh: true });
    const { path } = await pickCard(operator, { status: 'ACTIVE' });
    await confirm(operator);
    await agreeToPin(operator, await as('operator2@example.com'), path);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => askReveal(operator, path, { what: 'pin' })),
    );
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual([200, 403, 403, 403]);
  });

  test('asking: once at a time, only for a card in reach that shows one, only with the flag, and well formed', async ({
    as,
  }) => {
    const operator = await as('operator');
    const { path } = await pickCard(operator, { status: 'ACTIVE' });
    const { approvalId } = (await askForPin(operator, path)).body;
    expect((await askForPin(operator, path)).problem.code).toBe('conflict');
    const blocked = { profileId: demoCards.blocked.profileId, cardToken: demoCards.blocked.token };
    expect((await askForPin(operator, blocked)).problem.code).toBe('card_data_not_offered');
    expect((await askForPin(operator, { ...path, profileId: '30000999' })).problem.code).toBe('not_found');
    expect(
      (await askForPin(operator, path, { ticket: '4111 1111 1111 1111' })).problem.fields?.[0]?.path,
    ).toBe('body.ticket');
    for (const role of ['compliance', 'branch_manager', 'admin', 'auditor'] as const)
      expect((await askForPin(await as(role), path)).problem.code).toBe('forbidden');
    const params = { approvalId };
    const withdraw = (client: ConsoleClient) => client.call(withdrawApproval, { params, body: {} });
    expect((await withdraw(await as('operator2@example.com'))).problem.code).toBe('not_found');
    expect((await withdraw(operator)).body.state).toBe('withdrawn');
    expect((await withdraw(operator)).problem.code).toBe('approval_over');
    expect((await askForPin(operator, path)).status).toBe(202);
  });
});

test('POST approve and refuse: never one’s own, once, and two at the same time do not both decide', async ({
  as,
}) => {
  const operator = await as('operator2@example.com');
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const { approvalId } = (await askForPin(operator, path)).body;
  const params = { approvalId };
  expect((await operator.call(approve, { params, body: {} })).problem.code).toBe('second_person_required');
  expect((await (await as('operator')).call(approve, { params, body: {} })).problem.code).toBe('forbidden');
  expect((await (await as('auditor')).call(approve, { params, body: {} })).problem.code).toBe('forbidden');
  expect((await admin.call(refuse, { params, body: { reason: ' ' } })).problem.fields?.[0]?.path).toBe(
    'body.reason',
  );
  expect((await admin.call(approve, { params: { approvalId: nobody }, body: {} })).problem.code).toBe(
    'not_found',
  );
  const answers = await Promise.all([
    admin.call(approve, { params, body: {} }),
    admin2.call(refuse, { params, body: { reason: 'ask the customer' } }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const loser = answers.find(({ status }) => status === 409);
  expect(loser?.problem.code).toBe('already_decided');
});

test('GET approvals: each sees what waits for them, what they asked for and what they may look after', async ({
  as,
}) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const { approvalId } = (await askForPin(operator, path)).body;
  const where = async (who: Parameters<typeof as>[0]) => {
    const client = await as(who);
    const views: string[] = [];
    for (const view of ['waiting', 'pending', 'mine', 'decided'] as const) {
      const { items } = (await client.call(listApprovals, { query: { view } })).body;
      if (items.some(({ id }) => id === approvalId)) views.push(view);
    }
    return views.join(' ');
  };
  expect(await where('operator')).toBe('pending mine');
  expect(await where('operator2@example.com')).toBe('waiting pending');
  expect(await where('admin')).toBe('waiting pending');
  expect(await where('auditor')).toBe('pending');
  expect(await where('compliance')).toBe('');
  expect(await where('compliance2@example.com')).toBe('');
  expect((await (await as('branch_manager')).call(listApprovals, { query: {} })).problem.code).toBe(
    'forbidden',
  );
  await (await as('admin')).call(refuse, { params: { approvalId }, body: { reason: 'no' } });
  expect(await where('operator')).toBe('mine decided');
});

test('the trail says who asked, agreed and refused, in ids and codes; what they wrote lies apart', async ({
  as,
}) => {
  const [operator, admin, auditor] = [await as('operator'), await as('admin'), await as('auditor')];
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const { approvalId } = (await askForPin(operator, path, { ticket: 'CS-777' })).body;
  await admin.call(refuse, { params: { approvalId }, body: { reason: 'words of a refusal' } });
  const trail = await auditor.call(listAudit, { query: { query: approvalId } });
  expect(trail.body.items[0]).toMatchObject({
    action: 'approvals.refuse',
    outcome: 'succeeded',
    actorName: 'Victor Lindgren',
    targetId: approvalId,
    details: { kind: 'pin.reveal', needed: 1 },
  });
  const asked = await auditor.call(listAudit, { query: { query: path.cardToken } });
  expect(asked.body.items[0]).toMatchObject({
    action: 'approvals.request',
    actorName: 'Leah Brandt',
    details: { kind: 'pin.reveal', reason: why.reason, approvalId },
  });
  for (const { text } of [trail, asked]) expect(text).not.toMatch(/words of a refusal|CS-777/);
});
