import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeLaunchLock } from './launch-lock.mjs';
import { identify, isAlive, readStartTime } from './process-identity.mjs';

const makeFolder = () => mkdtempSync(join(tmpdir(), 'launch-lock-'));
const url = 'http://localhost:3000';

function startSleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { pid: child.pid ?? 0, kill: () => child.kill('SIGKILL'), ended };
}

it('refuses a second launcher and names the first', async () => {
  const folder = makeFolder();
  await takeLaunchLock(folder, url);
  await expect(takeLaunchLock(folder, url)).rejects.toThrow(`process ${process.pid} (${url})`);
  expect(readdirSync(folder)).toEqual(['launcher.lock']);
});

it('can be taken again after it was released', async () => {
  const folder = makeFolder();
  (await takeLaunchLock(folder, url)).release();
  expect(readdirSync(folder)).toEqual([]);
  await expect(takeLaunchLock(folder, url)).resolves.toBeDefined();
});

it('takes over from a process that has ended, even where its number is in use again', async () => {
  const folder = makeFolder();
  writeFileSync(
    join(folder, 'launcher.lock'),
    JSON.stringify({ pid: process.pid, startTime: '1', url, children: [] }),
  );
  await takeLaunchLock(folder, url);
  expect(JSON.parse(readFileSync(join(folder, 'launcher.lock'), 'utf8'))).toMatchObject({
    pid: process.pid,
    startTime: readStartTime(process.pid),
  });
});

it('takes over a lock that cannot be read', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'launcher.lock'), '{"pid":');
  await expect(takeLaunchLock(folder, url)).resolves.toBeDefined();
});

it('ends the servers that a killed launcher left running', async () => {
  const folder = makeFolder();
  const sleeper = startSleeper();
  const dead = { pid: 1, startTime: 'never', url, children: [identify(sleeper.pid)] };
  writeFileSync(join(folder, 'launcher.lock'), JSON.stringify(dead));
  const lock = await takeLaunchLock(folder, url);
  await sleeper.ended;
  expect(readStartTime(sleeper.pid)).toBeUndefined();
  lock.release();
});

it('leaves alone a process that only has the number of a server left behind', async () => {
  const folder = makeFolder();
  const sleeper = startSleeper();
  const dead = { pid: 1, startTime: 'never', url, children: [{ pid: sleeper.pid, startTime: '1' }] };
  writeFileSync(join(folder, 'launcher.lock'), JSON.stringify(dead));
  await takeLaunchLock(folder, url);
  expect(isAlive(identify(sleeper.pid))).toBe(true);
  sleeper.kill();
  await sleeper.ended;
});

it('does not remove the lock of another', async () => {
  const folder = makeFolder();
  const lock = await takeLaunchLock(folder, url);
  writeFileSync(join(folder, 'launcher.lock'), JSON.stringify({ pid: 1, startTime: 'x', url, children: [] }));
  lock.release();
  expect(existsSync(join(folder, 'launcher.lock'))).toBe(true);
});
