import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { makeHandedOverCard } from '../support/handed-over-card.ts';
import { makeBranchCard } from '../support/kiosks.ts';
import { ordersAt, pickProfile } from '../support/order-cards.ts';
import { untilLive } from '../support/until-live.ts';

test('an operator orders a card that is collected at Leeds, and the manager there sees it without the name', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 400 .*\/card-orders/);
  await emulator.changeSettings({ orderStepMs: null });
  const profileId = await pickProfile(await as('operator'), emulator);
  const page = await openPageAs('operator');
  await page.goto('/card-orders');
  await page.getByRole('button', { name: 'Order a card…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Order a card' });
  await dialog.getByRole('searchbox').fill(profileId);
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('Kind of card').selectOption({ index: 1 });
  await dialog.getByLabel('Holder’s name').fill('Chloé Marchetti-Okafor');
  await dialog.getByLabel('Holder’s phone').fill('+44 7700 900417');
  await dialog.getByLabel('Name on the card').focus();
  await expect(dialog.getByLabel('Name on the card')).toHaveValue('CHLOE MARCHETTI-OKAFOR');
  await dialog.getByRole('button', { name: 'Order the card' }).click();
  await expect(dialog.getByText('Choose the branch.')).toBeVisible();
  await dialog.getByLabel('Branch', { exact: true }).selectOption({ label: 'Leeds' });
  await dialog.getByLabel('Street and number').fill('PO Box 12');
  await dialog.getByLabel('Town').fill('Leeds');
  await dialog.getByLabel('Postcode').fill('LS1 6EN');
  await dialog.getByRole('button', { name: 'Order the card' }).click();
  await expect(dialog.getByText('PO boxes are not supported')).toBeVisible();
  expect(
    (await ordersAt(emulator, profileId)).filter(({ cardHolderName }) => cardHolderName.startsWith('Chloé')),
  ).toEqual([]);
  await dialog.getByLabel('Street and number').fill('14 Boar Lane');
  await dialog.getByRole('button', { name: 'Order the card' }).click();

  await expect(page.getByRole('heading', { name: 'Chloé Marchetti-Okafor' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Wise has taken the order.' })).toBeVisible();
  const placed = (await ordersAt(emulator, profileId)).filter(({ cardHolderName }) =>
    cardHolderName.startsWith('Chloé'),
  );
  expect(placed).toHaveLength(1);

  const manager = await openPageAs('branch_manager');
  await manager.goto('/card-orders');
  const id = String(placed[0]?.id);
  await expect(manager.getByRole('link', { name: `Order ${id}` })).toBeVisible();
  await expect(manager.getByText('Marchetti-Okafor')).toHaveCount(0);
});

test('a card of more than 60 days is ordered anew in one dialog, and both orders lead to each other', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ orderStepMs: null });
  const profileId = await pickProfile(await as('operator'), emulator);
  const card = await emulator.makeKioskCard({ profileId, ageDays: 64, cardHolderName: 'Ebba Lindqvist' });
  const page = await openPageAs('operator');
  await page.goto(`/cards/${profileId}/${card.token}`);
  await page.goto(`/card-orders/${profileId}/${card.orderId}`);
  await expect(page.getByText('Older than 60 days, Wise prints it no more.')).toBeVisible();
  await page.getByRole('button', { name: 'Order anew…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this order and order anew?' });
  await dialog.getByLabel('Branch', { exact: true }).selectOption({ label: 'Leeds' });
  await dialog.getByRole('button', { name: 'Block the old card, order anew' }).click();
  await expect(dialog.getByText('Say why in a few words.')).toBeVisible();
  await dialog.getByLabel('Reason, kept in the audit trail').fill('Not collected in time');
  await dialog.getByRole('button', { name: 'Block the old card, order anew' }).click();
  await expect(page.getByRole('link', { name: `Order ${card.orderId}` })).toBeVisible();
  await page.getByRole('link', { name: `Order ${card.orderId}` }).click();
  await expect(page.getByText('Ordered anew.')).toBeVisible();
  await expect(page.getByText('Not offered: Cancel, because the order is cancelled.')).toBeVisible();
});

test('cancelling asks for the number of the order, says that the card is blocked for good, and the page follows', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const profileId = await pickProfile(await as('operator'), emulator);
  const card = await emulator.makeKioskCard({ profileId, cardHolderName: 'Ivo Petrescu' });
  const page = await openPageAs('operator');
  await page.goto(`/card-orders/${profileId}/${card.orderId}`);
  await page.getByRole('button', { name: 'Cancel…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this card order?' });
  await expect(dialog.getByText('Its card is blocked for good')).toBeVisible();
  await dialog.getByLabel('Reason, kept in the audit trail').fill('Ordered twice');
  await dialog.getByLabel('Type the number of the order').fill('1');
  await dialog.getByRole('button', { name: 'Cancel and block for good' }).click();
  await expect(dialog.getByText(`Type ${card.orderId}.`)).toBeVisible();
  await dialog.getByLabel('Type the number of the order').fill(card.orderId);
  await dialog.getByRole('button', { name: 'Cancel and block for good' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(
    page.getByText('The order was cancelled. A card that it had made is blocked for good.'),
  ).toBeVisible();
});

test('the open page of an order shows that it is completed as soon as its card is activated after the hand-over', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const manager = await as('branch_manager');
  const { card, order, path } = await makeHandedOverCard(emulator, { admin: await as('admin'), manager });
  const page = await openPageAs('operator');
  await page.goto(`/card-orders?query=${order.orderId}`);
  await untilLive(page);
  await page.getByRole('link', { name: card.cardHolderName }).click();
  await expect(page.getByRole('button', { name: 'Cancel…' })).toBeVisible();
  const body = { status: 'ACTIVE', cardInHand: true } as const;
  expect((await manager.call(updateCardStatus, { params: path, body })).status).toBe(200);
  await expect(page.getByText('Not offered: Cancel, because the order is completed.')).toBeVisible();
});

test('a card of more than 60 days leads from the branch’s queue to ordering it anew, which goes on by itself when the first answer is lost', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
}) => {
  consoleErrors.allow(/status of 50\d .*\/renew/);
  await emulator.changeSettings({ orderStepMs: null });
  const { card } = await makeBranchCard(emulator, await as('admin'), 'leeds', { ageDays: 70 });
  const page = await openPageAs('branch_manager');
  await page.goto('/kiosks');
  await page
    .getByRole('listitem')
    .filter({ hasText: card.lastFourDigits })
    .filter({ hasText: '70 d old' })
    .getByRole('link', { name: 'Order a new card…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this order and order anew?' });
  await dialog.getByLabel('Reason, kept in the audit trail').fill('Not collected in time');
  const match = { method: 'PUT', path: `/card-orders/${card.orderId}/status` };
  await emulator.addFault({ match, dropAfterApply: true });
  await dialog.getByRole('button', { name: 'Block the old card, order anew' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ordered anew.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/card-orders/${card.profileId}/${card.orderId}$`));
});
