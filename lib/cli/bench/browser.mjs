import { chromium } from 'playwright';
import { ensureBrowser } from '../ensure-browser.mjs';
import { openScreen } from './screen.mjs';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {(line: string) => void} say @param {string[]} [more] */
export async function launchBrowser(say, more = []) {
  const { display, close } = await openScreen(say);
  try {
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(say, { hasWindows: true }),
      args: [...quiet, ...more],
      headless: display === undefined,
      env: { ...process.env, ...(display && { DISPLAY: display }) },
    });
    browser.on('disconnected', close);
    return browser;
  } catch (error) {
    close();
    throw error;
  }
}

/** @param {string} cookie the header @param {string} url */
export function toCookies(cookie, url) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
