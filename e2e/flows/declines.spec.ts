import type { Page } from '@playwright/test';
import { getLatestDecline, listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import { listCards } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { type DemoCardName, demoCards } from '../support/demo-cards.ts';
import { untilLive } from '../support/until-live.ts';

/** Six customers ask why; what is said to them, and the control or the fact that helps. */
const questions: { card: DemoCardName; title: string; says: RegExp; helps: RegExp }[] = [
  { card: 'frozen', title: 'The card is frozen', says: /frozen/i, helps: /Unfreeze/ },
  { card: 'ecomOff', title: 'This way to pay is switched off', says: /switched off/i, helps: /Online.*off/i },
  { card: 'pinTriesExceeded', title: 'Too many wrong PINs', says: /PIN/, helps: /Clear/i },
  { card: 'dailyLimit', title: 'Daily limit reached', says: /limit for today/i, helps: /250\.00 GBP/ },
  { card: 'blocked', title: 'The card is blocked', says: /blocked|new card/i, helps: /replac|new order/i },
  { card: 'insufficientFunds', title: 'Not enough money', says: /money|balance/i, helps: /customer/i },
];

async function lastFourOf(client: ConsoleClient, name: DemoCardName): Promise<string> {
  const { token } = demoCards[name];
  const { items } = (await client.call(listCards, { query: { query: token } })).body;
  return items[0]?.lastFourDigits ?? '';
}

const declineOn = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: /^Last decline/ }) });

for (const { card, helps, says, title } of questions)
  test(`"why was my card declined?" in three acts: ${title}`, async ({ as, openPageAs }) => {
    const lastFour = await lastFourOf(await as('operator'), card);
    const page = await openPageAs('operator');
    await page.goto('/overview');
    let acts = 0;
    await page.getByRole('searchbox').fill(lastFour);
    acts += 1;
    await page.keyboard.press('Enter');
    acts += 1;
    const row = page.locator(`a[data-row-link][href*="${demoCards[card].token}"]`);
    await expect(row.or(declineOn(page)).first()).toBeVisible();
    if (await row.isVisible()) {
      await row.click();
      acts += 1;
    }
    await expect(declineOn(page)).toContainText(title);
    // A browser that has not told its zone before is shown it all the same.
    await expect(declineOn(page)).toContainText(/\d\d:\d\d:\d\d (GMT|BST)/);
    await expect(declineOn(page).getByRole('blockquote')).toContainText(says);
    await expect(declineOn(page)).toContainText(helps);
    expect(acts).toBeLessThanOrEqual(3);
  });

test('a reviewer reads the true code where the operator reads the neutral sentence', async ({
  as,
  openPageAs,
}) => {
  const params = { profileId: demoCards.restricted.profileId, cardToken: demoCards.restricted.token };
  const { items } = (
    await (
      await as('compliance')
    ).call(listCardTransactions, {
      params,
      query: { declineReason: ['SUSPECTED_FRAUD_AML'] },
    })
  ).body;
  const path = `/transactions/${params.profileId}/${items[0]?.id}`;
  const [operator, reviewer] = [await openPageAs('operator'), await openPageAs('compliance')];
  await operator.goto(path);
  await reviewer.goto(path);
  await expect(reviewer.getByText('SUSPECTED_FRAUD_AML')).toBeVisible();
  await expect(reviewer.getByText('Must not be told')).toBeVisible();
  const neutral = 'This payment was declined. I can’t give you more detail about it.';
  await expect(operator.getByText(neutral)).toBeVisible();
  await expect(operator.getByText('SUSPECTED_FRAUD_AML')).toHaveCount(0);
  await expect(operator.getByText('Must not be told')).toHaveCount(0);
});

test('a payment declined while the card page is open stands there by itself', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const { profileId, token } = demoCards.insufficientFunds;
  const page = await openPageAs('operator');
  await page.goto(`/cards/${profileId}/${token}`);
  await expect(declineOn(page)).toBeVisible();
  await untilLive(page);
  await emulator.makeTransaction({
    cardToken: token,
    state: 'DECLINED',
    declineReason: 'INCORRECT_EXPIRY_DATE',
    merchant: { name: '<b>Late Shop</b>' },
  });
  await expect(declineOn(page)).toContainText('Wrong expiry date');
  await expect(declineOn(page)).toContainText('<b>Late Shop</b>');
  const { body } = await (await as('operator')).call(getLatestDecline, {
    params: { profileId, cardToken: token },
  });
  expect(body.transaction?.declineReason).toBe('INCORRECT_EXPIRY_DATE');
});

test('the kinds of reasons stand beside the search field, not below it', async ({ openPageAs }) => {
  const page = await openPageAs('operator');
  await page.goto('/declines/reasons');
  const kind = page.getByRole('combobox', { name: 'Kind' });
  expect(await kind.evaluate((field) => field.getBoundingClientRect().width)).toBe(170);
  await page.setViewportSize({ width: 375, height: 800 });
  await expect.poll(() => kind.evaluate((field) => field.getBoundingClientRect().width)).toBe(120);
});

test('where the browser refuses to copy, the page says so and does not say "Copied"', async ({
  context,
  openPageAs,
}) => {
  const page = await openPageAs('operator');
  await page.goto('/declines/reasons');
  const browser = await context.newCDPSession(page);
  const setting = { permission: { name: 'clipboard-write' }, setting: 'denied' } as const;
  await browser.send('Browser.setPermission', setting);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Not copied: the browser does not allow it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(0);
});
