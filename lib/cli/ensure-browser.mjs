import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canUseApt, installDebianPackages } from './debian.mjs';
import { Fault, nodeBinary, root } from './project.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

const windowed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// The same Chromium without windows: tests look at none, and it takes a tenth less of the processors.
const headlessShell = '/usr/bin/chromium-headless-shell';

/** @param {boolean} hasWindows @returns {string | undefined} */
function findBrowser(hasWindows) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Fault(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const debians = hasWindows ? windowed : [headlessShell, ...windowed];
  return [chromium.executablePath(), ...debians].find((path) => existsSync(path));
}

/**
 * A Chromium for the browser tests: what is there, else Debian's, else Playwright's own.
 * @param {(line: string) => void} say
 * @param {{ hasWindows?: boolean }} [options] hasWindows: it is to draw on a screen
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser(say, { hasWindows = false } = {}) {
  const found = findBrowser(hasWindows);
  if (found) return found;
  say('Installing a browser (once) …');
  if (canUseApt()) {
    await installDebianPackages([hasWindows ? 'chromium' : 'chromium-headless-shell', 'fonts-liberation']);
  } else {
    const cli = join(root, 'node_modules/@playwright/test/cli.js');
    const { code, output } = await runQuietly(nodeBinary(), [cli, 'install', 'chromium']);
    if (code !== 0)
      throw new Fault([
        'No browser for the tests: set CHROMIUM_PATH to a Chromium. Playwright said:',
        lastLines(output, 8),
      ]);
  }
  const installed = findBrowser(hasWindows);
  if (!installed)
    throw new Fault('A browser was installed but is not where it is looked for. Set CHROMIUM_PATH.');
  return installed;
}
