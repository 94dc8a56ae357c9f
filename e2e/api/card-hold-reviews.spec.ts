import { approve } from '../../lib/contracts/approvals.ts';
import { acknowledgeHoldAlert, changeHold, liftHold } from '../../lib/contracts/card-holds.ts';
import { getCard, getCardHistory } from '../../lib/contracts/cards.ts';
import { listStaff, updateStaff } from '../../lib/contracts/staff.ts';
import { expect, test } from '../fixtures.ts';
import { dayIn, holdCard, notYours, needsYou, statusAtWise } from '../support/holds.ts';
import { addPersonWhoCanSignIn } from '../support/people.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const operator2 = 'operator2@example.com';
const compliance2 = 'compliance2@example.com';
const writes = (requests: { method: string; path: string }[], token: string) =>
  requests.filter((request) => request.method !== 'GET' && request.path.includes(token));

test('a held card that turns active by itself raises an alert and is frozen again where the hold says so', async ({
  as,
  emulator,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  const { path: watched } = await pickCard(operator, { status: 'ACTIVE' });
  const { path: refrozen } = await pickCard(operator, { status: 'ACTIVE' });
  await holdCard(compliance, watched, { refreezes: false });
  const { holdId } = await holdCard(compliance, refrozen, { refreezes: true });
  const events = await readEvents(compliance);
  for (const { cardToken } of [watched, refrozen]) await emulator.setCardStatus(cardToken, 'ACTIVE');
  await events.until(({ type }) => type === 'hold.changed');
  events.close();

  await expect.poll(() => statusAtWise(compliance, refrozen)).toBe('FROZEN');
  await expect
    .poll(async () => await needsYou(compliance, refrozen.cardToken))
    .toEqual([expect.objectContaining({ kind: 'held-card-active', refreeze: 'done', status: 'FROZEN' })]);
  expect(await needsYou(compliance, watched.cardToken)).toEqual([
    expect.objectContaining({ kind: 'held-card-active', refreeze: 'none', status: 'ACTIVE' }),
  ]);
  expect(await statusAtWise(compliance, watched)).toBe('ACTIVE');
  for (const { cardToken } of [watched, refrozen]) expect(await needsYou(operator, cardToken)).toEqual([]);

  const seen = await compliance.call(acknowledgeHoldAlert, { params: refrozen, body: { holdId } });
  expect(seen.body.hold?.details?.alert).toBeNull();
  expect(await needsYou(compliance, refrozen.cardToken)).toEqual([]);

  const { body } = await operator.call(getCardHistory, { params: refrozen, query: {} });
  expect(body.items[0]).toMatchObject({ to: 'FROZEN', actor: null, via: 'console' });
});

test('a card that is made active again and again is not fought over without end', async ({
  as,
  emulator,
}) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'FROZEN' });
  await holdCard(compliance, path);
  const since = await emulator.now();
  const freezes = async () => writes(await emulator.requests(since), path.cardToken).length;
  const alert = async () => (await needsYou(compliance, path.cardToken))[0];
  for (const time of [1, 2, 3]) {
    await emulator.setCardStatus(path.cardToken, 'ACTIVE');
    await expect.poll(freezes).toBe(time);
    await expect.poll(alert).toMatchObject({ refreeze: 'done', status: 'FROZEN' });
  }
  await emulator.setCardStatus(path.cardToken, 'ACTIVE');
  await expect.poll(alert).toMatchObject({ refreeze: 'given-up', status: 'ACTIVE' });
  expect(await freezes()).toBe(3);
});

test('a review that is due shows to those whose hold it is, and an operator’s to all operators', async ({
  as,
}) => {
  const [operator, other, compliance] = [await as('operator'), await as(operator2), await as('compliance')];
  const { path } = await pickCard(operator, { status: 'FROZEN' });
  const { path: ofCompliance } = await pickCard(operator, { status: 'FROZEN' });
  const { holdId } = await holdCard(operator, path, { reason: 'until the call back', reviewOn: dayIn(0) });
  await holdCard(compliance, ofCompliance, { reviewOn: dayIn(0) });
  const due = [
    expect.objectContaining({
      kind: 'hold-review-due',
      heldBy: 'Leah Brandt',
      holderHasLeft: false,
      reviewOn: dayIn(0),
    }),
  ];
  expect(await needsYou(operator, path.cardToken)).toEqual(due);
  expect(await needsYou(other, path.cardToken)).toEqual(due);
  expect(await needsYou(compliance, path.cardToken)).toEqual([]);
  expect(await needsYou(await as(compliance2), ofCompliance.cardToken)).toHaveLength(1);
  expect(await needsYou(operator, ofCompliance.cardToken)).toEqual([]);

  const events = await readEvents(operator);
  const taken = await other.call(changeHold, {
    params: path,
    body: { holdId, reviewOn: dayIn(7), refreezes: true },
  });
  expect(taken.body.hold?.details).toMatchObject({ isOwn: true, reason: 'until the call back' });
  await events.until((event) => event.type === 'hold.changed' && event.holdId === holdId);
  events.close();
  expect((await operator.call(getCard, { params: path })).body.hold).toEqual(notYours);
  expect(await needsYou(operator, path.cardToken)).toEqual([]);
});

test('a hold whose holder was disabled or has another role now is any colleague’s, and the overview names it', async ({
  as,
  stack,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const cases = [
    { role: 'operator', change: { disabled: true }, colleague: await as('operator') },
    { role: 'operator', change: { role: 'auditor' }, colleague: await as('operator') },
    { role: 'compliance', change: { role: 'operator' }, colleague: await as('compliance') },
  ] as const;
  for (const { role, change, colleague } of cases) {
    const person = await addPersonWhoCanSignIn(stack.consoleUrl, admin, admin2, role);
    const leaver = await as(person.email, { fresh: true });
    const { path } = await pickCard(colleague, { status: 'ACTIVE' });
    const { holdId } = await holdCard(leaver, path, { reason: 'known to me' });
    if (role === 'operator')
      expect((await colleague.call(getCard, { params: path })).body.hold).toEqual(notYours);
    const now = (await admin.call(listStaff, {})).body.items.find(({ id }) => id === person.id);
    const asked = await admin.call(updateStaff, {
      params: { personId: person.id },
      body: { version: now?.version ?? 0, ...change },
    });
    await admin2.call(approve, { params: { approvalId: asked.body.approvalId ?? '' }, body: {} });

    expect(await needsYou(colleague, path.cardToken)).toEqual([
      expect.objectContaining({ kind: 'hold-review-due', holderHasLeft: true, heldBy: 'Ada Newcomer' }),
    ]);
    const { body } = await colleague.call(getCard, { params: path });
    expect(body.hold).toMatchObject({
      isYours: true,
      details: { holderHasLeft: true, isOwn: false, reason: 'known to me' },
    });
    if ('role' in change) {
      const back = await as(person.email, { fresh: true });
      const refused = await back.call(liftHold, { params: path, body: { holdId, unfreeze: false } });
      expect(refused.problem.code).toBe(change.role === 'auditor' ? 'forbidden' : 'card_held');
      expect((await back.call(getCard, { params: path })).body.hold).toEqual(notYours);
      expect((await back.call(getCardHistory, { params: path, query: {} })).text).not.toContain(
        'known to me',
      );
    }
    const lifted = await colleague.call(liftHold, { params: path, body: { holdId, unfreeze: true } });
    expect(lifted.body).toMatchObject({ status: { value: 'ACTIVE' }, hold: null });
  }
});
