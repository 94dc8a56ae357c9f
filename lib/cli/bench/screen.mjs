import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { canUseApt, installDebianPackages } from '../debian.mjs';

const server = '/usr/bin/Xvfb';
const startsWithinMs = 10_000;

/**
 * The screen of this machine, else one in memory. Chromium without any presents a frame when it likes: a key then seems to
 * take seconds although the page has drawn its effect at once.
 * @param {(line: string) => void} say
 * @returns {Promise<{ display: string | undefined, close: () => void }>} without a display there can be none
 */
export async function openScreen(say) {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close() {} };
  if (!existsSync(server) && canUseApt()) {
    say('Installing a screen in memory (once) …');
    await installDebianPackages(['xvfb']);
  }
  if (!existsSync(server)) {
    say('No Xvfb here: the browser runs without a screen, and may show its frames late.');
    return { display: undefined, close() {} };
  }
  const screen = spawn(server, ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1920x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb does not start')), startsWithinMs);
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    screen.stdout.once('data', (line) => {
      clearTimeout(late);
      resolve(String(line).trim());
    });
  });
  return { display: `:${number}`, close: () => void screen.kill() };
}
