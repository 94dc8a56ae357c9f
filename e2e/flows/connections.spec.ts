import { getCard, listCards } from '../../lib/contracts/cards.ts';
import { expect } from '../fixtures.ts';
import { findConnection, newcomers } from '../support/connections.ts';
import { demoCards } from '../support/demo-cards.ts';
import { test } from '../support/own-stack.ts';
import { untilLive } from '../support/until-live.ts';

const [amara, mateus, freya] = newcomers;

test('an administrator connects a Wise user on Wise’s own page, and the cards appear', async ({
  as,
  openPageAs,
  page,
  signIn,
}) => {
  const operator = await openPageAs('operator');
  await operator.goto(`/cards?query=${encodeURIComponent(amara.name)}`);
  await expect(operator.getByText(`No card matches “${amara.name}”`)).toBeVisible();

  await signIn(page, 'admin');
  await page.goto('/settings/connections');
  await untilLive(page);
  await page.getByRole('button', { name: 'Connect a Wise user…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a Wise user' });
  await expect(dialog.getByLabel('On Wise’s own page')).toBeChecked();
  await dialog.getByRole('button', { name: 'Go to Wise' }).click();

  // Wise's page: nobody chose anything yet, and may refuse.
  await expect(page.getByRole('heading', { name: 'Allow access' })).toBeVisible();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('Access was refused on Wise’s page.')).toBeVisible();
  await page.getByRole('button', { name: 'Close this message' }).click();
  await expect(page).toHaveURL(/\/settings\/connections$/);

  await page.getByRole('button', { name: 'Connect a Wise user…' }).click();
  await page.getByRole('button', { name: 'Go to Wise' }).click();
  await page.getByLabel('Profile', { exact: true }).selectOption(amara.profileId);
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(page.getByText(`${amara.name} is connected.`)).toBeVisible();
  expect(page.url()).not.toMatch(/code=|state=/);
  await page.getByRole('searchbox', { name: 'Search connections' }).fill('okafor');
  const row = page.getByRole('row', { name: amara.name });
  await expect(row).toContainText('Working');

  // The operator's page hears of it by itself.
  await expect(operator.getByRole('row', { name: amara.name })).toHaveCount(3);
  await expect(await findConnection(await as('auditor'), amara.id)).toMatchObject({ state: 'working' });
});

test('a token dies overnight: a banner says so, others go on, and a reconnection mends it', async ({
  as,
  consoleErrors,
  emulator,
  openPageAs,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 503 .*\/api\/profiles\/30000112\/cards\//);
  const { profileId, token } = demoCards.traveller;
  const userId = String(Number(profileId) - 10_000_000);
  const api = await as('operator');
  const owner = (await api.call(getCard, { params: { profileId, cardToken: token } })).body.profileName;
  const operator = await openPageAs('operator');
  await operator.goto(`/cards/${profileId}/${token}`);
  await untilLive(operator);
  await expect(operator.getByText(/no longer lets the console act/)).toHaveCount(0);

  await emulator.revokeTokens(userId, 'all');
  await operator.reload();
  const banner = operator.getByRole('alert').filter({ hasText: `act for ${owner}` });
  await expect(banner).toContainText('What is shown is as of');
  await expect(operator.getByText('Wise did not answer')).toHaveCount(0);
  await expect(operator.getByRole('button', { name: 'Freeze…' })).toHaveCount(0);
  await expect(banner).toContainText('An administrator connects it again under Settings, Connections.');
  // What the operator may not open is not linked to.
  await expect(banner.getByRole('link')).toHaveCount(0);
  await operator.goto(`/cards?profileId=${profileId}`);
  await expect(operator.getByText(`act for ${owner}`)).toBeVisible();

  // Another profile is not touched.
  await operator.goto(`/cards/${demoCards.active.profileId}/${demoCards.active.token}`);
  await expect(operator.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(operator.getByText(/no longer lets the console act/)).toHaveCount(0);
  await operator.goto(`/cards/${profileId}/${token}`);
  await expect(banner).toBeVisible();

  await signIn(page, 'admin');
  await page.goto('/overview');
  await page.getByRole('link', { name: 'See and reconnect' }).click();
  const row = page.getByRole('row', { name: owner });
  await expect(row).toContainText('Refused by Wise');
  await expect(row).toContainText('Wise refused to renew it');
  await row.getByRole('button', { name: `Acts on ${owner}` }).click();
  await page.getByRole('menuitem', { name: 'Reconnect…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go to Wise' }).click();
  await page.getByLabel('Profile', { exact: true }).selectOption(profileId);
  await page.getByRole('button', { name: 'Allow access' }).click();
  await expect(page.getByText(`${owner} is connected.`)).toBeVisible();

  await expect(banner).toHaveCount(0);
  expect((await api.call(getCard, { params: { profileId, cardToken: token } })).body.source).toBe('wise');
});

test('the other three ways, a test and a disconnection, by keyboard and words alone', async ({
  as,
  consoleErrors,
  page,
  signIn,
}) => {
  consoleErrors.allow(/status of 422 .*\/api\/connections/);
  await signIn(page, 'admin');
  await page.goto('/settings/connections');
  await untilLive(page);
  const openDialog = async (way: string) => {
    await page.getByRole('button', { name: 'Connect a Wise user…' }).click();
    await page.getByRole('dialog').getByLabel(way).check();
  };
  const connectNow = () => page.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();

  await openDialog('By a registration code');
  await connectNow();
  await expect(page.getByText('The registration code is needed.')).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail of the Wise user' }).fill(mateus.email);
  await page.getByRole('textbox', { name: 'Registration code' }).fill('x'.repeat(32));
  await connectNow();
  await expect(page.getByText('Wise did not take it.')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Registration code' })
    .fill(`demo-registration-code-of-${mateus.id}`);
  await connectNow();
  await expect(page.getByText(`${mateus.name} is connected.`)).toBeVisible();

  await openDialog('By a personal token');
  await page.getByRole('textbox', { name: 'Personal token' }).fill(`demo-personal-${freya.id}`);
  await connectNow();
  await expect(page.getByText('A personal token does not reach cards.')).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('ferreira');
  const row = page.getByRole('row', { name: mateus.name });
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
  await row.getByRole('button', { name: /^Acts on/ }).click();
  await page.getByRole('menuitem', { name: 'Test now' }).click();
  await expect(page.getByText(`${mateus.name}: works.`)).toBeVisible();

  const operator = await as('operator');
  const cards = async () =>
    (await operator.call(listCards, { query: { profileId: [mateus.profileId] } })).body.items.length;
  await expect.poll(cards).toBe(3);
  await row.getByRole('button', { name: /^Acts on/ }).click();
  await page.getByRole('menuitem', { name: 'Disconnect…' }).click();
  const dialog = page.getByRole('dialog', { name: `Disconnect ${mateus.name}?` });
  await expect(dialog).toContainText('can no longer read or change 3 cards of this profile');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByLabel('Reason, kept in the audit trail').fill('left the programme');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText(`${mateus.name} is disconnected here.`)).toBeVisible();
  await expect(row).toContainText('Disconnected');
  expect(await cards()).toBe(3);
});

test('an auditor reads the list and changes nothing; an operator is told whose it is', async ({
  openPageAs,
  page,
  signIn,
}) => {
  await signIn(page, 'auditor');
  await page.goto('/settings/connections?query=20000001');
  await expect(page.getByRole('row', { name: 'Imogen Hartley' })).toContainText('Working');
  await expect(page.getByRole('button', { name: 'Connect a Wise user…' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Imogen Hartley', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Imogen Hartley' });
  await expect(dialog.getByRole('link', { name: 'Harbourline Logistics Ltd' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Reconnect…' })).toHaveCount(0);
  const operator = await openPageAs('operator');
  await operator.goto('/settings/connections');
  await expect(operator.getByText('Administrators connect the Wise users')).toBeVisible();
});

test('an administrator finds out whether approvals on wise.com block payments, without paying', async ({
  emulator,
  page,
  signIn,
}) => {
  await emulator.addFault({
    match: { method: 'POST', path: '/transfers' },
    status: 422,
    body: {
      errors: [{ code: 'refused', message: 'Refused due to missing approval.', path: 'x', arguments: [] }],
    },
  });
  await signIn(page, 'admin');
  await page.goto('/settings/connections?query=hartley');
  await page.getByRole('button', { name: 'Imogen Hartley', exact: true }).click();
  await page.getByRole('button', { name: 'Try a payment…' }).first().click();
  const dialog = page.getByRole('dialog', { name: /Try a payment of/ });
  await expect(dialog).toContainText('It is never paid');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog).toContainText('Approvals on wise.com block payments of this profile.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toContainText('Payments blocked since');
});
