import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { demoPassword } from '../support/accounts.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

// Two people in two browsers.
test.slow();

test('one administrator asks for a rule, the other agrees, and both pages follow', async ({ openPageAs }) => {
  const first = await openPageAs('admin');
  const second = await openPageAs('admin2@example.com');
  await first.goto('/settings/approval-rules');
  await expect(first.getByText('Every other currency')).toBeVisible();
  await first.getByRole('button', { name: 'Add a currency…' }).click();
  const dialog = first.getByRole('dialog', { name: 'Add a rule for a currency' });
  await dialog.getByRole('button', { name: 'Ask for the change' }).click();
  await expect(dialog.getByText('A currency has three letters, like GBP.')).toBeVisible();
  await dialog.getByLabel('Currency').fill('sek');
  await dialog.getByLabel('One person approves above').fill('50,000');
  await dialog.getByLabel('Two people approve above').fill('20,000');
  await dialog.getByRole('button', { name: 'Ask for the change' }).click();
  await expect(dialog.getByText('More than the amount from which one person approves.')).toBeVisible();
  await dialog.getByLabel('Two people approve above').fill('900,000');
  expect(await faultsOf(first, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask for the change' }).click();
  await expect(first.getByText('A change waits for a second administrator.')).toBeVisible();
  await expect(first.getByRole('cell', { name: 'SEK' })).toHaveCount(0);
  await first.getByRole('link', { name: 'See the request' }).click();
  await expect(first.getByText('Yours: somebody else decides.')).toBeVisible();
  await first.goto('/settings/approval-rules');

  await second.goto('/approvals');
  await expect(
    second.getByText('SEK: the default → above 50,000.00 SEK 1 approver, above 900,000.00 SEK 2 approvers.'),
  ).toBeVisible();
  await second.getByRole('button', { name: 'Approve…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByText('Approved and done.')).toBeVisible();
  const row = first.getByRole('row').filter({ hasText: 'SEK' });
  await expect(row).toContainText('Above 50,000.00 SEK: 1 approver');
  await expect(row).toContainText('Above 900,000.00 SEK: 2 approvers');
  await expect(first.getByText('A change waits for a second administrator.')).toHaveCount(0);
});

test('a PIN is asked for, refused with a reason, asked for again, agreed to, and shown without leaving the dialog', async ({
  as,
  openPageAs,
}) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const asker = await openPageAs('operator');
  const decider = await openPageAs('operator2@example.com');
  await asker.goto(`/cards/${card.profileId}/${card.token}`);
  await untilLive(asker);
  await decider.goto('/approvals');
  await untilLive(decider);
  await asker.getByRole('button', { name: 'Reveal PIN…' }).click();
  const dialog = asker.getByRole('dialog');
  const ask = async (ticket: string) => {
    await dialog.getByLabel('Reason').selectOption({ label: 'Needed for an investigation' });
    await dialog.getByLabel('Ticket').fill(ticket);
    await dialog.getByRole('button', { name: 'Ask for a second person' }).click();
    await expect(dialog.getByText('Nobody has answered yet.')).toBeVisible();
  };
  await ask('CS-1');
  expect(await faultsOf(asker, { within: '[role=dialog]' })).toEqual([]);
  await expect(decider.getByText('Ticket: CS-1')).toBeVisible();
  expect(await decider.content()).not.toContain(card.token);
  await decider.getByRole('button', { name: 'Refuse…' }).click();
  await decider.getByLabel('Why it is refused').fill('Call her back first');
  await decider.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
  await expect(dialog.getByText('Tom Ashby refused.')).toBeVisible();
  await expect(dialog.getByText('“Call her back first”')).toBeVisible();

  await ask('CS-2');
  await dialog.getByRole('button', { name: 'Close, let it wait' }).click();
  await decider.goto('/approvals');
  await decider.getByRole('button', { name: 'Approve…' }).click();
  await decider.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(decider.getByText('Approved.', { exact: true })).toBeVisible();
  await asker.getByRole('button', { name: 'Reveal PIN…' }).click();
  await expect(dialog.getByText('Tom Ashby has agreed.')).toBeVisible();
  await dialog.getByLabel('Your password').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Reveal' }).click();
  await expect(dialog.locator('dl > div').getByText(/^\d{4}$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Hide now' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await asker.getByRole('button', { name: 'Reveal PIN…' }).click();
  await expect(dialog.getByRole('button', { name: 'Ask for a second person' })).toBeVisible();
});

test('many cards are blocked once a second person has read the list and agreed', async ({ openPageAs }) => {
  const asker = await openPageAs('operator');
  const decider = await openPageAs('operator2@example.com');
  await asker.goto('/cards?status=ACTIVE&profileId=30000003&sort=-created');
  await untilLive(asker);
  for (const row of [0, 1]) await asker.locator(`tr[data-row="${row}"]`).getByRole('checkbox').click();
  const bar = asker.getByRole('region', { name: 'Chosen cards' });
  await bar.getByRole('button', { name: 'Block 2…' }).click();
  const dialog = asker.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ask to block 2 cards' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await dialog.getByLabel(/Reason/).fill('stolen at the depot');
  await dialog.getByLabel('Type the number of cards, 2').fill('3');
  await dialog.getByRole('button', { name: 'Ask to block 2 cards' }).click();
  await expect(dialog.getByText('This is not 2.')).toBeVisible();
  await dialog.getByLabel('Type the number of cards, 2').fill('2');
  expect(await faultsOf(asker, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask to block 2 cards' }).click();
  await dialog.getByRole('link', { name: 'See the request' }).click();
  await expect(asker.getByRole('heading', { name: 'Block many cards: 2 cards' })).toBeVisible();

  await decider.goto('/approvals');
  await expect(decider.getByText('Blocks 2 cards for ever: stolen at the depot')).toBeVisible();
  expect(await faultsOf(decider)).toEqual([]);
  await decider.getByRole('button', { name: 'Approve…' }).click();
  await decider.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(decider.getByText('Approved and done.')).toBeVisible();
  await asker.getByRole('link', { name: 'See what became of each card' }).click();
  await expect(asker.getByRole('heading', { name: 'Block of 2 cards' })).toBeVisible();
  await expect(asker.getByRole('heading', { name: 'Ended' })).toBeVisible();
  const results = asker.getByRole('table', { name: 'Result of each card' });
  await expect(results.getByText('Blocked', { exact: true })).toHaveCount(2);
});

test('the inbox is read by keys and found by words; a narrow one has two pages', async ({
  as,
  openPageAs,
}) => {
  const operator = await as('operator');
  const page = await openPageAs('auditor');
  for (const ticket of ['CS-A', 'CS-B']) {
    const { path } = await pickCard(operator, { status: 'ACTIVE' });
    const body = { kind: 'pin.reveal', ...path, reason: 'investigation', ticket };
    expect((await operator.send('POST', '/api/approvals', { body })).status).toBe(202);
  }
  await page.goto('/approvals');
  await untilLive(page);
  await expect(page.getByRole('link', { name: 'Waiting for you' })).toHaveCount(0);
  await expect(page.getByText('Ticket: CS-B')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByText('Ticket: CS-A')).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByText('Ticket: CS-B')).toBeVisible();
  await expect(page.getByText('You read this. Others decide.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Add a person');
  await expect(page.getByText('No request matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show the whole view' }).click();
  await page.setViewportSize({ width: 375, height: 800 });
  await expect(page.getByText('Ticket: CS-B')).toBeHidden();
  await page
    .getByRole('link', { name: /Show a PIN/ })
    .first()
    .click();
  await expect(page.getByText('Ticket: CS-B')).toBeVisible();
  await page.getByRole('link', { name: 'All requests' }).click();
  await expect(page.getByText('Ticket: CS-B')).toBeHidden();
});
