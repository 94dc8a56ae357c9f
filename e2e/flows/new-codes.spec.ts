import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { approver } from '../support/desk.ts';
import { meetCode, newCodeName } from '../support/new-codes.ts';
import { untilLive } from '../support/until-live.ts';

// Two people in two browsers.
test.slow();

test('one of compliance says what a new code means, the other agrees, and an operator reads it', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const code = newCodeName();
  const compliance = await as('compliance');
  const { profileId, transactionId } = await meetCode(compliance, emulator, code);

  const page = await openPageAs('compliance');
  await page.goto(`/declines/new-codes?query=${code}`);
  await untilLive(page);
  const detail = page.getByRole('article');
  await expect(detail.getByRole('link', { name: 'See it in the list' })).toHaveAttribute(
    'href',
    `/transactions?declineReason=${code}`,
  );
  await detail.getByRole('button', { name: 'Say what it means…' }).click();
  const dialog = page.getByRole('dialog', { name: `What does ${code} mean?` });
  await dialog.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(dialog.getByText('Choose who may know it.')).toBeVisible();
  await dialog.getByLabel('Who may know it').selectOption({ label: 'May be told' });
  await dialog.getByLabel('Title').fill('Sent twice by the shop');
  await dialog.getByLabel('What happened').fill('The shop sent the payment twice.');
  await dialog.getByLabel('Cause').fill('The second one was one too many.');
  await dialog.getByLabel('Kind').selectOption({ label: 'Shop and scheme' });
  await dialog.getByLabel('Who acts').selectOption({ label: 'The shop' });
  await dialog.getByLabel('Try again?', { exact: true }).selectOption({ label: 'No' });
  await dialog.getByLabel('What they do next').fill('The shop looks at its own books.');
  await dialog.getByLabel('About trying again').fill('No, it was paid once already.');
  await dialog.getByLabel('Say to the customer').fill('The shop sent this payment twice.');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(detail.getByText('Asked. A second person of compliance decides.')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  const operator = await openPageAs('operator');
  await operator.goto(`/transactions/${profileId}/${transactionId}`);
  await untilLive(operator);
  await expect(operator.getByText('Declined, no further detail').first()).toBeVisible();

  const other = await openPageAs(approver);
  await other.goto('/approvals');
  await untilLive(other);
  await other.getByRole('link', { name: new RegExp(code) }).click();
  await expect(other.getByText('To the customer: “The shop sent this payment twice.”')).toBeVisible();
  await other.getByRole('button', { name: 'Approve…' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByText('Approved and done.')).toBeVisible();

  await expect(detail.getByText('Proposed by Ines Duarte, agreed to by Karim Haddad')).toBeVisible();
  await expect(operator.getByText('Sent twice by the shop').first()).toBeVisible();
  await operator.goto(`/declines/reasons?query=${code}`);
  await expect(operator.getByRole('article').getByText(/^Classified here on/)).toBeVisible();
  await expect(operator.getByText('Ines Duarte')).toHaveCount(0);
  await operator.goto('/declines/new-codes');
  await expect(operator.getByText('Not yours to open')).toBeVisible();
});
