import { updateBranch, updateKiosk } from '../../lib/contracts/branches.ts';
import { sendToKiosk } from '../../lib/contracts/card-productions.ts';
import { getBranchFigures } from '../../lib/contracts/kiosk-board.ts';
import { listPrintJobs } from '../../lib/contracts/print-jobs.ts';
import { expect } from '../fixtures.ts';
import { makeBranch } from '../support/branches.ts';
import { makeBranchCard, printFourCards } from '../support/kiosks.ts';
import { test } from '../support/own-stack.ts';
import { untilLive } from '../support/until-live.ts';

test('a card goes from ready to printed, live in two browsers', async ({ as, emulator, openPageAs }) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { card, path } = await makeBranchCard(emulator, await as('admin'));
  const [page, other] = [await openPageAs('branch_manager'), await openPageAs('admin')];
  await page.goto('/kiosks');
  await other.goto('/kiosks?branch=leeds');
  await untilLive(page);
  await untilLive(other);
  const row = page.getByRole('listitem').filter({ hasText: card.cardHolderName });
  await row.getByRole('button', { name: /Send/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A print cannot be called back');
  await dialog.getByRole('radio', { name: /WIS00002/ }).check();
  await dialog.getByRole('button', { name: 'Print at Counter 2' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  const kiosk = other.getByRole('region', { name: /WIS00002/ });
  await expect(kiosk).toContainText(card.cardHolderName);
  await expect(kiosk).toContainText('Printing');
  await emulator.setProduction(path.cardToken, 'PRODUCED');
  await expect(kiosk.getByRole('list', { name: 'Last jobs' })).toContainText(card.lastFourDigits);
  await expect(kiosk.getByRole('list', { name: 'Last jobs' })).toContainText('Printed');
  await expect(row).toHaveCount(0);
});

test('a ribbon runs out: the board says what to do, and the card is printed again with what was done', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { card, path } = await makeBranchCard(emulator, await as('admin'));
  const page = await openPageAs('branch_manager');
  await page.goto('/kiosks');
  await untilLive(page);
  const row = page.getByRole('listitem').filter({ hasText: card.cardHolderName });
  await row.getByRole('button', { name: /Send/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /WIS00001/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Print at Counter 1' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  await emulator.setProduction(path.cardToken, 'PRODUCTION_ERROR', 'PRT_RIBBON_ENDED', {
    kioskId: 'WIS00001',
  });
  const kiosk = page.getByRole('region', { name: /WIS00001/ });
  await expect(kiosk).toContainText('Fit a new ribbon.');
  await kiosk.getByRole('button', { name: 'Done, print again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print this card again?' });
  await dialog.getByRole('button', { name: 'Print at Counter 1' }).click();
  await expect(dialog).toContainText('Say what was done.');
  await dialog.getByLabel('What was done').fill('New ribbon.');
  await dialog.getByLabel('Where is the plastic of the last try?').selectOption('none-came-out');
  await dialog.getByRole('button', { name: 'Print at Counter 1' }).click();
  await page.getByRole('dialog', { name: 'It is printing' }).getByRole('button', { name: 'Close' }).click();
  await emulator.setProduction(path.cardToken, 'PRODUCED');
  await expect(kiosk.getByRole('list', { name: 'Last jobs' }).getByRole('listitem').first()).toContainText(
    'Printed',
  );
  await kiosk.getByRole('list', { name: 'Last jobs' }).getByRole('link').first().click();
  await expect(page.getByRole('complementary', { name: 'Timeline' })).toContainText(
    'Wise: The ribbon has run out',
  );
  await expect(page.getByText('New ribbon.').first()).toBeVisible();
});

test('a branch out of use says so to an administrator who opens its address, and offers nothing to send', async ({
  as,
  openPageAs,
}) => {
  const admin = await as('admin');
  const { branch } = await makeBranch(admin);
  await admin.call(updateBranch, { params: { branchId: branch.id }, body: { version: 1, isActive: false } });
  const page = await openPageAs('admin');
  await page.goto(`/kiosks?branch=${branch.id}`);
  const notice = page.getByRole('alert').filter({ hasText: `${branch.name} is out of use.` });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('region', { name: /Counter 1/ })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Branches' })).not.toContainText(branch.name);
  await expect(page.getByRole('button', { name: 'Find it…' })).toHaveCount(0);
  await notice.getByRole('link', { name: 'Open the register' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search branches and kiosks' })).toHaveValue(branch.name);
});

test('the faults are found by words, and the address keeps what was chosen', async ({ openPageAs }) => {
  const page = await openPageAs('branch_manager');
  await page.goto('/kiosks/errors');
  await page.getByRole('searchbox', { name: 'Search the faults' }).fill('ribbon run out');
  await expect(page.getByRole('heading', { level: 2, name: 'The ribbon has run out' })).toBeVisible();
  await expect(page).toHaveURL(/query=ribbon/);
  await page.getByLabel('Where it lies').selectOption('feeder');
  await expect(page.getByText('No fault matches “ribbon run out”.')).toBeVisible();
});

test('a bar of the board opens the jobs it counts; the filters stand in the address, and the rows leave as CSV', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { branch, fault, refused } = await printFourCards(await as('admin'), emulator);
  const page = await openPageAs('admin');
  await page.goto(`/kiosks?branch=${branch.id}`);
  const figures = page.getByRole('complementary', { name: 'Thirty days' });
  await expect(figures.getByRole('list', { name: 'Jobs a day' }).getByRole('link').last()).toContainText(
    '1 printed, 2 failed',
  );
  await figures.getByRole('button', { name: 'As table' }).first().click();
  await expect(figures.getByRole('table', { name: 'Jobs by day' }).getByRole('row').nth(1)).toContainText(
    '33%',
  );
  await figures.getByRole('button', { name: 'As table' }).first().click();
  await figures.getByRole('link', { name: 'Failed 2' }).click();
  const jobs = page.getByRole('list', { name: 'Print jobs' });
  await expect(jobs.getByRole('listitem')).toHaveCount(2);
  await expect(jobs).toContainText(refused.lastFourDigits);
  await expect(page).toHaveURL(new RegExp(`branch=${branch.id}.*state=failed`));
  await page.getByLabel('Kind of fault').selectOption('Printer');
  await expect(jobs.getByRole('listitem')).toHaveCount(1);
  await expect(jobs).toContainText('The ribbon has run out');
  await page.reload();
  await expect(page.getByLabel('Kind of fault')).toHaveValue('printer');
  await expect(jobs).toContainText(fault.lastFourDigits);

  await untilLive(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export these print jobs?' });
  await dialog.getByLabel('Reason, kept in the audit trail').selectOption('Reporting');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('print-jobs.csv');

  await page.getByLabel('Kind of fault').selectOption('Inventory');
  await expect(page.getByText('No job is like that.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the filters off' }).click();
  await expect(jobs.getByRole('listitem')).toHaveCount(4);
});

test('keys: a digit goes to the kiosk, S sends the oldest card there, I prints the steps of its fault', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const { branch, fault, kioskId } = await printFourCards(await as('admin2@example.com'), emulator);
  const page = await openPageAs('admin');
  await page.goto(`/kiosks?branch=${branch.id}`);
  await untilLive(page);
  const kiosk = page.getByRole('region', { name: new RegExp(kioskId) });
  await page.keyboard.press('1');
  await expect(kiosk.getByRole('link', { name: new RegExp(kioskId) })).toBeFocused();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Print this card again?' });
  await expect(dialog).toContainText(fault.lastFourDigits);
  await expect(dialog.getByRole('radio')).toBeChecked();
  await dialog.getByRole('button', { name: 'Do not print' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Print the steps of its fault');
});

test('the steps of a fault print alone on A5 for the machine they are about, and name no customer', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const admin = await as('admin');
  const { branch, kiosk } = await makeBranch(admin);
  const { card, path } = await makeBranchCard(emulator, admin, branch.id);
  await emulator.setKiosk(kiosk.id, { rejectWith: { code: 'PRINTER_OR_SATELLITE_NOT_READY', times: 1 } });
  const { body } = await admin.call(sendToKiosk, { params: path, body: { kioskId: kiosk.id } });
  const page = await openPageAs('admin');
  // A window to print from stays open; without windows it is over at once.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(`/kiosks/jobs/${body.lastJob?.id}`);
  await untilLive(page);
  await page.keyboard.press('i');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-print-alone]');
  await expect(paper).toContainText(`Beside the machine: Counter 1 ${kiosk.id}`);
  await expect(paper).toContainText('PRINTER_OR_SATELLITE_NOT_READY');
  await expect(paper).not.toContainText(card.cardHolderName);
  await expect(page.getByRole('main')).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([420, 595]);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('a card that waits at the kiosk says that it starts by itself, counts as no failure and is not offered again', async ({
  as,
  emulator,
  openPageAs,
}) => {
  const admin = await as('admin2@example.com');
  const { branch, kiosk } = await makeBranch(admin);
  const { card, path } = await makeBranchCard(emulator, admin, branch.id);
  await emulator.setKiosk(kiosk.id, { rejectWith: 'REQUEST_CREATED_BUT_NOT_STARTED' });
  const { body } = await admin.call(sendToKiosk, { params: path, body: { kioskId: kiosk.id } });
  const page = await openPageAs('admin');
  await page.goto(`/kiosks/jobs/${body.lastJob?.id}`);
  await expect(page.getByRole('main')).toContainText('Waiting at the kiosk');
  await expect(page.getByText(/starts by itself/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print again…' })).toHaveCount(0);
  await page.goto(`/kiosks?branch=${branch.id}`);
  const board = page.getByRole('region', { name: new RegExp(kiosk.id) });
  await expect(board).toContainText(card.lastFourDigits);
  await expect(board.getByRole('button', { name: /print again/i })).toHaveCount(0);
  const { body: figures } = await admin.call(getBranchFigures, { params: { branchId: branch.id } });
  expect(figures.days.at(-1)).toMatchObject({ printed: 0, failed: 0 });
});

test('a second try is linked to the first; a kiosk out of use cannot be chosen and says why', async ({
  as,
  emulator,
  openPageAs,
}) => {
  await emulator.changeSettings({ kioskStepMs: null });
  const admin = await as('admin2@example.com');
  const { branch, fault, kioskId } = await printFourCards(admin, emulator);
  const [job] = (await admin.call(listPrintJobs, { query: { branchId: branch.id, family: 'printer' } })).body
    .items;
  const again = {
    afterJobId: job?.id ?? '',
    whatWasDone: 'New ribbon.',
    previousPlastic: 'none-came-out' as const,
  };
  const params = { profileId: fault.profileId, cardToken: fault.token };
  const second = await admin.call(sendToKiosk, { params, body: { kioskId, again } });
  await admin.call(updateKiosk, { params: { kioskId }, body: { version: 1, isActive: false } });
  const page = await openPageAs('admin');
  await page.goto(`/kiosks/jobs/${second.body.lastJob?.id}`);
  const tries = page.getByRole('list', { name: 'Tries of this card' });
  await expect(tries.getByRole('listitem')).toHaveCount(2);
  await tries.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(job?.id ?? 'none'));
  await expect(page.getByRole('button', { name: 'Print the steps' })).toBeVisible();

  await page.goto(`/kiosks?branch=${branch.id}`);
  await untilLive(page);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toBeDisabled();
  await expect(dialog).toContainText('An administrator took it out of use.');
});

for (const path of ['/kiosks', '/kiosks/jobs', '/kiosks/errors', '/kiosks/WIS00001'])
  test(`nothing scrolls sideways on a phone of 320 px: ${path}`, async ({ openPageAs }) => {
    const page = await openPageAs('branch_manager');
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('list').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
