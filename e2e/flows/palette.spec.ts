import type { Page } from '@playwright/test';
import { listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { type DemoCardName, demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

const pathOf = (name: DemoCardName) => ({
  profileId: demoCards[name].profileId,
  cardToken: demoCards[name].token,
});
const digitsOf = async (client: ConsoleClient, name: DemoCardName) =>
  (await client.call(getCard, { params: pathOf(name) })).body.lastFourDigits;
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or do' });
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Find or do' });
const marked = (page: Page) => palette(page).getByRole('option', { selected: true });

/** Whatever the page is still reading, the key is heard once the page has taken itself over. */
async function openPalette(page: Page) {
  await untilLive(page);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

test('four digits typed show the card’s last decline, what to do and what to say, with one request for each', async ({
  as,
  page,
  signIn,
}) => {
  const digits = await digitsOf(await as('operator'), 'frozen');
  await signIn(page, 'operator');
  await page.goto('/overview');
  await openPalette(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/api\/find|latest-decline/.test(pathname)) asked.push(pathname);
  });
  await page.keyboard.insertText(digits);
  await expect(marked(page)).toContainText(digits);
  const side = palette(page).getByRole('region', { name: `Last decline of card ending ${digits}` });
  await expect(side.getByRole('heading', { name: 'Last decline: The card is frozen' })).toBeVisible();
  await expect(side).toContainText('Say to the customer');
  await expect(side).toContainText('The card is frozen now.');
  const { profileId, cardToken } = pathOf('frozen');
  expect(asked).toEqual(['/api/find', `/api/profiles/${profileId}/cards/${cardToken}/latest-decline`]);

  const control = side.getByRole('link', { name: 'Unfreeze it' });
  for (let time = 0; time < 4 && !(await control.evaluate((link) => link === document.activeElement)); time++)
    await page.keyboard.press('Tab');
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cards/${profileId}/${cardToken}#card-status$`));
  await expect(palette(page)).toHaveCount(0);
});

test('what is typed before the palette is there goes into its field, and Enter opens what it finds', async ({
  as,
  page,
  signIn,
}) => {
  const digits = await digitsOf(await as('operator'), 'virtual');
  await signIn(page, 'operator');
  await page.goto('/cards');
  await untilLive(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(digits);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    new RegExp(`/cards/${pathOf('virtual').profileId}/${demoCards.virtual.token}$`),
  );
});

test('an act found with its card asks first, can be left, and tells what was done', async ({
  as,
  page,
  signIn,
}) => {
  const card = await pickCard(await as('operator'), { status: 'ACTIVE' });
  await signIn(page, 'operator');
  await page.goto('/cards');
  await openPalette(page);
  await page.keyboard.insertText(`freeze ${card.token}`);
  await expect(marked(page)).toContainText('Freeze');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Freeze this card?' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await (await as('operator')).call(getCard, { params: card.path })).body.status.value).toBe(
    'ACTIVE',
  );

  await openPalette(page);
  await page.keyboard.insertText(card.token);
  await expect(marked(page)).toContainText(card.lastFourDigits);
  await page.keyboard.press('ArrowDown');
  await expect(marked(page)).toContainText('Freeze');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Card ${card.lastFourDigits} is frozen`)).toBeVisible();
});

test('an auditor is offered no act on a card, and a branch manager finds no card of another branch', async ({
  as,
  openPageAs,
}) => {
  const operator = await as('operator');
  const [own, foreign] = [await digitsOf(operator, 'old'), await digitsOf(operator, 'traveller')];
  const auditor = await openPageAs('auditor');
  await auditor.goto('/cards');
  await openPalette(auditor);
  await auditor.keyboard.insertText(own);
  await expect(marked(auditor)).toContainText(own);
  const acts = palette(auditor).getByRole('group', { name: 'Do' }).getByRole('option');
  await expect(acts).toHaveText([/^Declines of card/, /^Transactions of card/]);

  const manager = await openPageAs('branch_manager');
  await manager.goto('/cards');
  await openPalette(manager);
  await manager.keyboard.insertText(foreign);
  await expect(palette(manager)).toContainText(`Nothing matches “${foreign}”`);
  await field(manager).fill(own);
  await expect(marked(manager)).toContainText(own);
});

test('a hidden decline reads in the palette as every other hidden one, and openly to compliance', async ({
  as,
  openPageAs,
}) => {
  const digits = await digitsOf(await as('operator'), 'partnerSuspended');
  const titles: (string | null)[] = [];
  for (const who of ['operator', 'compliance'] as const) {
    const page = await openPageAs(who);
    await page.goto('/overview');
    await openPalette(page);
    await page.keyboard.insertText(digits);
    const head = palette(page).getByRole('heading', { name: /^Last decline:/ });
    await expect(head).toBeVisible();
    titles.push(await head.textContent());
    await expect(palette(page).getByText('Must not be told')).toHaveCount(who === 'compliance' ? 1 : 0);
  }
  expect(titles[0]).not.toBe(titles[1]);
});

test('a transaction is opened by its address, and by its id alone from the page of its card', async ({
  as,
  page,
  signIn,
}) => {
  const params = pathOf('dailyLimit');
  const { body } = await (await as('operator')).call(listCardTransactions, { params, query: { limit: 1 } });
  const id = body.items[0]?.id ?? '';
  await signIn(page, 'operator');
  await page.goto(`/cards/${params.profileId}/${params.cardToken}`);
  await openPalette(page);
  await page.keyboard.insertText(id);
  await expect(palette(page).getByRole('option', { name: `Look for transaction ${id}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/transactions/${params.profileId}/${id}$`));

  await openPalette(page);
  await page.keyboard.insertText('4040404');
  await expect(marked(page)).toContainText('Look for transaction');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toContainText('Transaction 4040404 is not among those profiles.');
  await field(page).fill(`https://elsewhere.example/transactions/${params.profileId}/${id}`);
  await expect(marked(page)).toContainText(`Transaction ${id} of profile ${params.profileId}`);
});

test('with single keys switched off only the palette still opens, which switches them on again', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'operator');
  await page.goto('/overview');
  await openPalette(page);
  await page.keyboard.insertText('single keys');
  await expect(marked(page)).toContainText('Switch single keys off');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await openPalette(page);
  await page.keyboard.insertText('single keys');
  await expect(marked(page)).toContainText('Switch single keys on');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open palette, ${theme}, wide and narrow`, async ({ as, page, signIn }) => {
    const digits = await digitsOf(await as('operator'), 'ecomOff');
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, 'operator');
    await page.goto('/overview');
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await openPalette(page);
      const look = () => faultsOf(page, { within: '[data-palette]' });
      expect(await look()).toEqual([]);
      await page.keyboard.insertText(digits);
      await expect(palette(page).getByRole('heading', { name: /^Last decline:/ })).toBeVisible();
      expect(await look()).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(palette(page)).toHaveCount(0);
    }
  });
