import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canUseApt, installDebianPackages } from './debian.mjs';
import { Fault, nodeBinary, root } from './project.mjs';
import { lastLines, runQuietly } from './run-quietly.mjs';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | undefined} */
function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Fault(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
}

/**
 * A Chromium for the browser tests: what is there, else Debian's, else Playwright's own.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser(say) {
  const found = findBrowser();
  if (found) return found;
  say('Installing a browser (once) …');
  if (canUseApt()) {
    await installDebianPackages(['chromium', 'fonts-liberation']);
  } else {
    const cli = join(root, 'node_modules/@playwright/test/cli.js');
    const { code, output } = await runQuietly(nodeBinary(), [cli, 'install', 'chromium']);
    if (code !== 0)
      throw new Fault([
        'No browser for the tests: set CHROMIUM_PATH to a Chromium. Playwright said:',
        lastLines(output, 8),
      ]);
  }
  const installed = findBrowser();
  if (!installed)
    throw new Fault('A browser was installed but is not where it is looked for. Set CHROMIUM_PATH.');
  return installed;
}
