import { expect } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';
import { test } from '../support/own-stack.ts';

const { profileId, token } = demoCards.inactive;
test.slow();

test('a printed card is handed over after the name was compared, then activated, and its name goes', async ({
  openPageAs,
}) => {
  const page = await openPageAs('branch_manager');
  await page.goto(`/cards/${profileId}/${token}`);
  const holder = await page.getByRole('heading', { level: 1 }).innerText();
  expect(holder).not.toContain('Card ending');
  await expect(page.getByText('Not offered:')).toContainText('Activate, it is to be handed over first');

  await page.getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog', { name: `Hand the card to ${holder}?` });
  await dialog.getByRole('button', { name: 'It is handed over' }).click();
  await expect(dialog).toContainText('Choose how the identity was checked.');
  await dialog.getByLabel('Identity checked by').selectOption('Driving licence');
  await expect(dialog).toContainText('Its number is written down nowhere.');
  await dialog.getByLabel(`The person at the counter is ${holder}`).check();
  await dialog.getByRole('button', { name: 'It is handed over' }).click();

  await expect(
    page.getByText(/by Grace Oduya at Leeds\. Identity checked by driving licence\./),
  ).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Card ending');
  await expect(page.getByRole('main')).not.toContainText(holder);

  await page.getByRole('button', { name: 'Activate…' }).click();
  const activate = page.getByRole('dialog', { name: 'Activate this card?' });
  await activate.getByLabel('Yes, the customer holds it now').check();
  await activate.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(page.getByText('The card is active.')).toBeVisible();
  await expect(page.getByText('Handed over by Grace Oduya')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Freeze…', exact: true })).toBeVisible();
});

test('plastic: a day is counted with a second name, is off by one, is explained and signed by two', async ({
  openPageAs,
}) => {
  const page = await openPageAs('branch_manager');
  const write = async (what: string, cards: string, stoodBy?: string) => {
    await page.getByRole('button', { name: 'Write down…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What').selectOption(what);
    await dialog.getByLabel('Cards').fill(cards);
    if (stoodBy) await dialog.getByLabel(/^Who stood by/).selectOption(stoodBy);
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    return dialog;
  };
  await page.goto('/kiosks/plastic');
  await expect(page.getByText('Nothing is written down for this day.')).toBeVisible();
  const alone = await write('Counted at opening', '40');
  await expect(alone).toContainText('Name the second person who stood by.');
  await alone.getByLabel(/^Who stood by/).selectOption('Hanna Weiss');
  await alone.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Counted at opening' })).toContainText('Hanna Weiss');
  await write('Spoiled', '2');
  await expect(page.getByText('2 spoiled cards to be destroyed')).toBeVisible();
  await write('Counted at closing', '37', 'Victor Lindgren');
  await expect(page.getByText('Difference', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Sign the day…' }).click();
  const sign = page.getByRole('dialog');
  await expect(sign).toContainText('−1 at closing');
  await sign.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(sign).toContainText('Say why the day is off.');
  await sign.getByLabel('What explains the difference').fill('One stuck in the feeder');
  await sign.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('Your name is here. The second one is somebody else’s.').first()).toBeVisible();

  const second = await openPageAs('admin');
  await second.goto('/kiosks/plastic?branch=leeds');
  await expect(second.getByText('“One stuck in the feeder”')).toBeVisible();
  await second.getByRole('button', { name: 'Sign the day…' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(second.getByText('Two people have signed it.')).toBeVisible();
  await expect(page.getByText('Two people have signed it.')).toBeVisible();
});
