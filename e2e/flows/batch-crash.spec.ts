import { z } from 'zod';
import { expect, test } from '../fixtures.ts';
import { addRows, britishFile, makeGroup, readGroup, requireAdded } from '../support/batches.ts';
import { untilLive } from '../support/until-live.ts';

const rowsAtOnce = 60;
const transferAtWise = z.object({
  batchGroupId: z.string().nullable(),
  targetAccount: z.number(),
  target: z.object({ amount: z.number() }),
});

test('the server dies in the middle of a run; the page stays, and every row is paid into the group once', async ({
  as,
  consoleErrors,
  emulator,
  page,
  signIn,
  stack,
}) => {
  test.slow();
  // Whatever the page asks while nobody answers.
  consoleErrors.allow(
    /ERR_(CONNECTION_|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|NETWORK)/,
    /status of 50\d/,
  );
  const operator = await as('operator');
  const group = await makeGroup(operator);
  const amounts = Array.from({ length: rowsAtOnce }, (_, row) => `${100 + row}.25`);
  requireAdded((await addRows(operator, group, britishFile(amounts))).body);
  await signIn(page, 'operator');
  await page.goto(`/batch-groups/${group.profileId}/${group.id}`);
  await untilLive(page);

  await emulator.changeSettings({ latencyMs: 250 });
  await page.getByRole('button', { name: 'Send rows…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Send ${rowsAtOnce} rows` })
    .click();
  const progress = page.getByRole('progressbar', { name: 'Rows in the group' });
  const inGroup = async () => Number(await progress.getAttribute('aria-valuenow'));
  await expect.poll(inGroup, { intervals: [50] }).toBeGreaterThan(3);
  await stack.killConsole();
  expect(await inGroup(), 'killed too late to show anything').toBeLessThan(rowsAtOnce);
  await expect(page.getByText('Reconnecting', { exact: true })).toBeVisible();
  await expect(progress).toBeVisible();

  await emulator.changeSettings({ latencyMs: 0 });
  await stack.restartConsole();
  // What the dead server had in hand is another's after its lease.
  await expect(page.getByText(`${rowsAtOnce} of ${rowsAtOnce} rows are in the group`)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Ready to close', { exact: true })).toBeVisible();
  await untilLive(page);

  const { wiseId } = await readGroup(operator, group);
  const paid = (await emulator.state('transfers', transferAtWise)).filter(
    ({ batchGroupId }) => batchGroupId === wiseId,
  );
  expect(new Set(paid.map(({ targetAccount }) => targetAccount)).size).toBe(rowsAtOnce);
  expect(paid.map(({ target }) => target.amount.toFixed(2)).sort()).toEqual([...amounts].sort());

  await page.getByRole('button', { name: 'Close group…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Close with ${rowsAtOnce} transfers` })
    .click();
  await expect(page.getByText('Closed, ready to fund', { exact: true })).toBeVisible();
});
