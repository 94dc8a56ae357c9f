import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import { untilLive } from '../support/until-live.ts';

test('compliance goes through the cases by key, takes one, hands it over, and the other closes it', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const { cardToken } = await haveCase(compliance, emulator, reason);
  await emulator.makeTransaction({ cardToken, state: 'COMPLETED', merchant: { name: 'Green Grocer' } });

  const page = await openPageAs('compliance');
  await page.goto(`/declines/cases?reason=${reason}`);
  await untilLive(page);
  const list = page.getByRole('navigation', { name: 'Cases in this view' });
  await expect(list.getByRole('link')).toHaveCount(1);
  // The second one comes while the page is open.
  await haveCase(compliance, emulator, reason);
  await expect(list.getByRole('link')).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(list.getByRole('link').nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('k');
  await expect(list.getByRole('link').first()).toHaveAttribute('aria-current', 'true');
  const detail = page.getByRole('article');
  await expect(detail.getByText('Must not be told')).toBeVisible();
  await expect(detail.getByText('Opened by a rule')).toBeVisible();
  await expect(detail.getByText('This payment declined')).toBeVisible();
  await expect(
    detail.getByRole('list', { name: 'The customer’s other payments' }).getByText('Green Grocer'),
  ).toBeVisible();
  const sameShop = detail.getByRole('link', { name: /^\d+ declined$/ }).first();
  await expect(sameShop).toHaveAttribute(
    'href',
    /merchant=Ondina\+Books.*state=DECLINED|state=DECLINED.*merchant=Ondina\+Books/,
  );
  expect(await faultsOf(page)).toEqual([]);

  await page.keyboard.press('a');
  await expect(detail.getByText('Ines Duarte took it')).toBeVisible();
  const shown = new URL(page.url()).searchParams.get('id') ?? '';
  await page.getByRole('button', { name: 'Note…' }).click();
  const noting = page.getByRole('dialog', { name: 'Add a note' });
  await noting.getByLabel('Note', { exact: true }).pressSequentially('Seen it before, @kar');
  await expect(noting.getByRole('option', { name: 'Karim Haddad' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(noting.getByLabel('Note', { exact: true })).toHaveValue('Seen it before, @Karim Haddad ');
  await page.keyboard.press('Control+Enter');
  await expect(detail.getByText('Ines Duarte wrote to Karim Haddad')).toBeVisible();
  await expect(noting).toBeHidden();
  await page.keyboard.press('o');
  const handing = page.getByRole('dialog', { name: 'Hand this case over?' });
  await handing.getByLabel('To').selectOption({ label: 'Karim Haddad' });
  await handing.getByRole('button', { name: 'Hand over' }).click();
  await expect(detail.getByText('Ines Duarte handed it to Karim Haddad')).toBeVisible();
  await expect(detail.getByRole('button', { name: 'Close…' })).toHaveAttribute('aria-disabled', 'true');

  const other = await openPageAs(approver);
  await other.goto(`/declines/cases?view=mentions&reason=${reason}`);
  await expect(
    other.getByRole('navigation', { name: 'Cases in this view' }).getByRole('link'),
    'the one whose note calls him',
  ).toHaveCount(1);
  await other.goto(`/declines/cases?view=mine&reason=${reason}&id=${shown}`);
  await untilLive(other);
  await expect(other.getByRole('article').getByText('Ines Duarte took it')).toBeVisible();
  await other.keyboard.press('Control+Enter');
  const closing = other.getByRole('dialog', { name: 'Close this case?' });
  await closing.getByRole('button', { name: 'Close the case' }).click();
  await expect(closing.getByText('Choose what came of it.')).toBeVisible();
  await closing.getByLabel('Outcome').selectOption({ label: 'Referred to Wise' });
  await closing.getByLabel('Wise’s reference').fill('W-2041');
  await closing.getByLabel('What was found').fill('Third of its kind this month');
  await closing.getByLabel('What was found').press('Control+Enter');
  await expect(closing).toBeHidden();
  await expect(detail.getByText('Karim Haddad closed it: referred to wise')).toBeVisible();
  await expect(detail.getByText('Third of its kind this month')).toBeVisible();
});

test('the cases are there for compliance only', async ({ openPageAs }) => {
  const page = await openPageAs('operator');
  await page.goto('/declines/cases');
  await expect(page.getByText('Not yours to open')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Cases/ })).toHaveCount(0);
});
