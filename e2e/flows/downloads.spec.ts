import { expect, test } from '../fixtures.ts';
import { untilLive } from '../support/until-live.ts';

test('a long export says how far it is; cancelled it keeps nothing', async ({ openPageAs }) => {
  const page = await openPageAs('auditor');
  const network = await page.context().newCDPSession(page);
  const files: string[] = [];
  page.on('download', (download) => files.push(download.suggestedFilename()));
  const limitLine = (bytesPerSecond: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: -1,
    });
  await page.goto('/cards');
  await untilLive(page);
  await limitLine(4_000);
  const dialog = page.getByRole('dialog');
  const exportAll = async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByLabel('Reason').selectOption('audit');
    await dialog.getByRole('button', { name: 'Export' }).click();
  };

  await exportAll();
  const rows = dialog.getByRole('progressbar', { name: 'Rows written' });
  await expect.poll(async () => Number(await rows.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  expect(Number(await rows.getAttribute('aria-valuemax'))).toBeGreaterThan(200);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);

  await limitLine(-1);
  await exportAll();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => files).toEqual(['cards.csv']);
});
