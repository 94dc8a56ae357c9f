import { within } from '../faults/within.mjs';
import { launchBrowser, toCookies } from './browser.mjs';
import { startStack } from './console-stack.mjs';
import { openEventStreams } from './event-streams.mjs';
import { makeMetric } from './metric.mjs';
import { signIn } from './sign-in.mjs';
import { quantile } from './statistics.mjs';
import { readJson } from './wise-token.mjs';

const clients = 200;
const branchId = 'leeds';
const kioskId = 'WIS00001';
const profileId = 30000001;
const limitMs = 30_000;
/** Long enough that one change is over before the next. */
const betweenMs = 700;

/** @typedef {{ token: string, cardHolderName: string }} KioskCard */

/**
 * From a change at Wise until 200 open event streams have heard of it, and until the page of one person shows it. Half of the
 * streams belong to a branch's manager, who is told of that branch's cards alone, half to an auditor.
 * @param {{ name: string, serverUrl: string | undefined, isQuick: boolean, say: (line: string) => void }} options
 */
export async function measureStreams({ isQuick, name, say, serverUrl }) {
  const stack = await startStack({ name: `streams-${name}`, serverUrl, size: { profiles: 5, cards: 500 } });
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [stack.stop];
  try {
    const cards = await makeCards(stack, isQuick ? 2 : 16);
    say(`  ${clients} people sign in`);
    const cookies = await signInAll(stack.consoleUrl, clients);
    const streams = await openEventStreams(stack.consoleUrl, cookies);
    undo.push(streams.close);
    const browser = await launchBrowser(say);
    undo.push(() => browser.close());
    const page = await openBoard(browser, stack.consoleUrl);

    /** @type {number[]} */
    const heardMs = [];
    /** @type {number[]} */
    const drawnMs = [];
    say(`  ${cards.length} cards are printed`);
    for (const card of cards)
      for (const status of ['IN_PROGRESS', 'PRODUCED']) {
        await page.waitForTimeout(betweenMs);
        const heard = streams.next(card.token);
        const drawn = awaitDrawn(page, card, status === 'IN_PROGRESS');
        const startedAt = Date.now();
        await print(stack.emulatorUrl, card, status);
        const [heardAt, drawnAt] = await within(Promise.all([heard, drawn]), limitMs);
        heardMs.push(...heardAt.map((at) => at - startedAt));
        drawnMs.push(drawnAt - startedAt);
      }
    return [
      makeMetric(`a change at Wise, heard by ${clients} streams, p95`, 'ms', quantile(heardMs, 0.95), {
        most: 500,
        reference: `median ${quantile(heardMs, 0.5)}, worst ${Math.max(...heardMs)} of ${heardMs.length}`,
      }),
      makeMetric('  and drawn by one page, p95', 'ms', quantile(drawnMs, 0.95), {
        most: 500,
        reference: `median ${quantile(drawnMs, 0.5).toFixed(0)}, worst ${Math.max(...drawnMs).toFixed(0)} of ${drawnMs.length}`,
      }),
    ];
  } finally {
    while (undo.length > 0) await undo.pop()?.();
  }
}

/** Cards that wait at Wise and are the branch's. @param {import('./console-stack.mjs').ConsoleStack} stack @param {number} count */
async function makeCards({ consoleUrl, emulatorUrl }, count) {
  const cookie = await signIn(consoleUrl, 'admin@example.com');
  const headers = { cookie, origin: consoleUrl, 'content-type': 'application/json' };
  /** @type {KioskCard[]} */
  const cards = [];
  for (let index = 1; index <= count; index++) {
    const card = await readJson(`${emulatorUrl}/_emulator/kiosk-cards`, {
      method: 'POST',
      body: JSON.stringify({ profileId, cardHolderName: `Stream Test ${index}` }),
    });
    // The index learns of the card by this reading, and of its printing.
    await readJson(`${consoleUrl}/api/profiles/${profileId}/cards/${card.token}/production`, { headers });
    await readJson(`${consoleUrl}/api/kiosks/unassigned-cards`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        branchId,
        cardHolderName: card.cardHolderName,
        lastFourDigits: card.lastFourDigits,
      }),
    });
    cards.push(card);
  }
  return cards;
}

/** Each a session of its own. @param {string} consoleUrl @param {number} count */
async function signInAll(consoleUrl, count) {
  /** @type {string[]} */
  const cookies = [];
  for (let index = 0; index < count; index++)
    cookies.push(await signIn(consoleUrl, index % 2 ? 'auditor@example.com' : 'manager@example.com'));
  return cookies;
}

/** @param {string} emulatorUrl @param {KioskCard} card @param {string} status */
async function print(emulatorUrl, { token }, status) {
  await readJson(`${emulatorUrl}/_emulator/cards/${token}/production`, {
    method: 'PUT',
    body: JSON.stringify({ status, kioskId }),
  });
}

/** @param {import('playwright').Browser} browser @param {string} consoleUrl */
async function openBoard(browser, consoleUrl) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(limitMs);
  await context.addCookies(toCookies(await signIn(consoleUrl, 'manager@example.com'), consoleUrl));
  const page = await context.newPage();
  await page.goto(`${consoleUrl}/kiosks?branch=${branchId}`);
  await page.locator(`[data-kiosk="${kioskId}"]`).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

/**
 * When the kiosk's panel shows the card in hand, or no more, and that is painted.
 * @param {import('playwright').Page} page @param {KioskCard} card @param {boolean} isWanted
 * @returns {Promise<number>} as Date.now() tells
 */
const awaitDrawn = (page, { cardHolderName }, isWanted) =>
  page.evaluate(
    ({ kiosk, name, wanted }) =>
      new Promise((resolve) => {
        const panel = document.querySelector(`[data-kiosk="${kiosk}"]`);
        const look = () => {
          const isThere = [...document.querySelectorAll(`[data-kiosk="${kiosk}"] [data-boxed] a`)].some(
            ({ textContent }) => textContent === name,
          );
          if (isThere !== wanted) return;
          watch.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(Date.now());
            port2.postMessage(0);
          });
        };
        const watch = new MutationObserver(look);
        watch.observe(panel ?? document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    { kiosk: kioskId, name: cardHolderName, wanted: isWanted },
  );
