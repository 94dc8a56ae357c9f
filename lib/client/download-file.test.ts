import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setGlobalOrigin } from 'undici';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { exportCards } from '../contracts/cards.ts';
import { downloadFile } from './download-file.ts';

const head = 'Token,Holder\n';
let isRefused = false;
const server = createServer((_, response) => {
  if (isRefused) return void response.writeHead(502).end('<html>Bad gateway</html>');
  response.writeHead(200, { 'content-type': 'text/csv', 'x-row-count': '40' });
  response.write(`${head}1,Ann\n2,Bo\n`, () => setImmediate(() => response.destroy()));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  setGlobalOrigin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => {
  setGlobalOrigin(undefined);
  server.close();
});

test('a file can be stopped though its rows are not counted', async () => {
  const stopper = new AbortController();
  const download = downloadFile(
    exportCards,
    { reason: 'audit', includePhone: 'false', timeZone: 'UTC' },
    { watch: { signal: stopper.signal } },
  );
  stopper.abort();
  await expect(download).rejects.toMatchObject({ cause: { name: 'AbortError' } });
});

test('a file that breaks off is not kept, and says so', async () => {
  const onRows = vi.fn();
  const watch = { signal: new AbortController().signal, onRows };
  await expect(
    downloadFile(exportCards, { reason: 'audit', includePhone: 'false', timeZone: 'UTC' }, { watch }),
  ).rejects.toMatchObject({ code: 'file_cut_off', problem: { certain: 'nothing' } });
  expect(onRows).toHaveBeenCalledWith({ rows: 2, of: 40 });
});

test('a refusal that is no problem of the console’s is told like every other failure', async () => {
  isRefused = true;
  const query = { reason: 'audit', includePhone: 'false', timeZone: 'UTC' } as const;
  await expect(downloadFile(exportCards, query)).rejects.toMatchObject({ name: 'ApiError', status: 502 });
});
