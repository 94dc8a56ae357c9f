import type { BrowserContext, Page } from '@playwright/test';
import { approve } from '../../lib/contracts/approvals.ts';
import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { endStaffSessions, listStaff, updateStaff } from '../../lib/contracts/staff.ts';
import { expect, test as base } from '../fixtures.ts';
import { faultsOf } from '../support/axe-faults.ts';
import { demoPassword } from '../support/accounts.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { addPersonWhoCanSignIn } from '../support/people.ts';
import { pickCard } from '../support/pick-card.ts';
import { untilLive } from '../support/until-live.ts';

type Person = Awaited<ReturnType<typeof addPersonWhoCanSignIn>>;
const typed = 'lost at Leeds station, told by phone';

const test = base.extend<{
  /** An operator of the test's own, so that ending sessions hurts nobody else. */
  person: Person;
  endSessions: () => Promise<void>;
  openFreezeDialog: (
    page: Page,
  ) => Promise<{ path: { profileId: string; cardToken: string }; holder: string }>;
}>({
  person: async ({ as, stack }, provide) => {
    const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
    await provide(await addPersonWhoCanSignIn(stack.consoleUrl, admin, admin2));
  },
  endSessions: async ({ as, person }, provide) => {
    const admin = await as('admin');
    await provide(async () => {
      const { body } = await admin.call(endStaffSessions, { params: { personId: person.id }, body: {} });
      expect(body.ended).toBeGreaterThan(0);
    });
  },
  openFreezeDialog: async ({ as }, provide) => {
    const operator = await as('operator');
    await provide(async (page) => {
      const { path, cardHolderName } = await pickCard(operator, { status: 'ACTIVE' });
      await page.goto(`/cards/${path.profileId}/${path.cardToken}`);
      await page.getByRole('button', { name: 'Freeze…' }).click();
      await page.getByRole('dialog', { name: 'Freeze this card?' }).getByLabel('Reason').fill(typed);
      return { path, holder: cardHolderName ?? '' };
    });
  },
});

const coverOf = (page: Page) => page.getByRole('dialog', { name: 'You were signed out' });
const freezeDialogOf = (page: Page) => page.getByRole('dialog', { name: 'Freeze this card?' });
async function signInAgain(page: Page, password = demoPassword) {
  await coverOf(page).getByLabel('Password').fill(password);
  await coverOf(page).getByRole('button', { name: 'Sign in', exact: true }).click();
}

const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));

// Several sessions begin and end, and axe looks at the cover twice.
test.slow();

test('an ended session covers the page at once; signing in again brings back what was typed', async ({
  as,
  consoleErrors,
  endSessions,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  consoleErrors.allow(/status of 401/);
  await signIn(page, person.email);
  const { path, holder } = await openFreezeDialog(page);
  const title = await page.title();
  await untilLive(page);
  await endSessions();

  const cover = coverOf(page);
  await expect(cover).toContainText('Your session was ended by an administrator');
  await expect(cover.getByLabel('Password')).toBeFocused();
  await expect(cover.getByLabel('E-mail')).toHaveValue(person.email);
  const isHidden = async () => {
    await expect(page.getByText(holder).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page).toHaveTitle('Signed out · Admin Console');
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Freeze|Leeds|Spending/);
  };
  await isHidden();
  await page.emulateMedia({ media: 'print' });
  await isHidden();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    expect(await faultsOf(page)).toEqual([]);
  }
  expect(await stored(page)).not.toContain('Leeds');

  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await signInAgain(page, 'not the password');
  await expect(cover.getByText('The password is not right')).toBeVisible();
  await signInAgain(page);
  await expect(cover).toHaveCount(0);
  await expect(page).toHaveTitle(title);

  const reason = freezeDialogOf(page).getByLabel('Reason');
  await expect(reason).toBeFocused();
  await page.keyboard.type(' today');
  await expect(reason).toHaveValue(`${typed} today`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`“${typed} today”`).first()).toBeVisible();

  await untilLive(page);
  await (await as('operator2@example.com')).call(updateCardStatus, {
    params: path,
    body: { status: 'ACTIVE', reason: 'found again' },
  });
  await expect(page.getByRole('button', { name: 'Freeze…' })).toBeVisible();
});

test('a refused call covers the page too, and what it was to do can be sent again', async ({
  consoleErrors,
  endSessions,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  consoleErrors.allow(/status of 401/, /api\/events/);
  // Nobody tells the page: only the answer to its own call does.
  await page.route('**/api/events*', (route) => route.abort());
  await signIn(page, person.email);
  await openFreezeDialog(page);
  await endSessions();
  await page.keyboard.press('Enter');
  await signInAgain(page);
  await expect(freezeDialogOf(page)).toContainText('Nothing was done');
  await freezeDialogOf(page).getByRole('button', { name: 'Freeze', exact: true }).click();
  await expect(page.getByText(`“${typed}”`).first()).toBeVisible();
});

test('15 minutes without a sign of life end the session and keep the page', async ({
  anonymous,
  context,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  await page.clock.install();
  await signIn(page, person.email);
  await openFreezeDialog(page);
  await page.clock.runFor('14:30');
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible();
  const cookie = await cookieOf(context);
  await page.clock.runFor('00:31');
  await expect(coverOf(page)).toContainText('15 minutes went by without a key or a click.');
  const send = () => anonymous.send('GET', '/api/session', { headers: { cookie } });
  await expect.poll(async () => (await send()).status).toBe(401);

  await page.clock.resume();
  await signInAgain(page);
  await expect(coverOf(page)).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toHaveCount(0);
  await expect(freezeDialogOf(page).getByLabel('Reason')).toBeFocused();
  await expect(freezeDialogOf(page).getByLabel('Reason')).toHaveValue(typed);
});

test('signing in again in one tab brings back the others', async ({
  consoleErrors,
  context,
  endSessions,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  consoleErrors.allow(/status of 401/);
  await signIn(page, person.email);
  await openFreezeDialog(page);
  const other = await context.newPage();
  await openFreezeDialog(other);
  await endSessions();
  await expect(coverOf(page)).toBeVisible();
  await expect(coverOf(other)).toBeVisible();
  await signInAgain(other);
  for (const tab of [other, page]) {
    await expect(coverOf(tab)).toHaveCount(0);
    await expect(freezeDialogOf(tab).getByLabel('Reason')).toHaveValue(typed);
    await untilLive(tab);
  }
});

test('somebody else who signs in finds nothing of the person before, in any tab', async ({
  consoleErrors,
  context,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  consoleErrors.allow(/status of 401/);
  await signIn(page, person.email);
  const { holder } = await openFreezeDialog(page);
  const other = await context.newPage();
  await other.goto('/overview');
  await other.getByRole('button', { name: 'Ada Newcomer' }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/sign-in$/);
  await expect(coverOf(page)).toContainText('by you in another window');

  await other.getByLabel('E-mail').fill('auditor@example.com');
  await other.getByLabel('Password').fill(demoPassword);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByRole('button', { name: /Auditor$/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.content()).not.toContain(typed);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(holder);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('whoever comes back with another role gets the page made for it', async ({
  as,
  consoleErrors,
  openFreezeDialog,
  page,
  person,
  signIn,
}) => {
  consoleErrors.allow(/status of 401/);
  await signIn(page, person.email);
  await openFreezeDialog(page);
  const { version } = await readPerson(await as('admin'), person.id);
  const { body } = await (await as('admin')).call(updateStaff, {
    params: { personId: person.id },
    body: { version, role: 'auditor' },
  });
  await (await as('admin2@example.com')).call(approve, {
    params: { approvalId: body.approvalId ?? '' },
    body: {},
  });
  await signInAgain(page);
  await expect(page.getByRole('button', { name: 'Ada Newcomer Auditor' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Not offered:')).toContainText('your role does not include it');
});

async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function readPerson(admin: ConsoleClient, personId: string) {
  const found = (await admin.call(listStaff, {})).body.items.find(({ id }) => id === personId);
  if (!found) throw new Error('The person is not in the list');
  return found;
}
