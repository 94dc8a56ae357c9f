import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const main = fileURLToPath(new URL('../../../emulator/main.ts', import.meta.url));
const requestList = z.object({
  items: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      status: z.number(),
      correlationId: z.string().nullable(),
    }),
  ),
});
export type LoggedRequest = z.output<typeof requestList>['items'][number];

export interface RunningEmulator {
  url: string;
  /** One of the emulator's own operations, below /_emulator/. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** What reached Wise's paths since the last reset, requests for tokens left out. */
  requests(): Promise<LoggedRequest[]>;
  tokenRequests(): Promise<LoggedRequest[]>;
  stop(): Promise<void>;
}

/** The real emulator as a process of its own, keeping nothing. */
export async function runEmulator(): Promise<RunningEmulator> {
  const child = spawn(process.execPath, [main, '--port', '0', '--ephemeral'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    url = /^emulator ready (\S+)$/.exec(line)?.[1] ?? '';
    if (url !== '') break;
  }
  if (url === '') throw new Error('The emulator ended before it was ready');

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/_emulator/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  const logged = async () => requestList.parse(await control('GET', 'requests')).items;
  return {
    url,
    control,
    requests: async () => (await logged()).filter((item) => item.path !== '/oauth/token'),
    tokenRequests: async () => (await logged()).filter((item) => item.path === '/oauth/token'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
