import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';

/** @typedef {{ next: (cardToken: string) => Promise<number[]>, close: () => Promise<void> }} EventStreams */

/**
 * Event streams as plain HTTP, one for each cookie.
 * @param {string} consoleUrl
 * @param {readonly string[]} cookies
 * @returns {Promise<EventStreams>} `next` tells when each of them has heard of a card's print, as Date.now() does
 */
export async function openEventStreams(consoleUrl, cookies) {
  const dispatcher = new Agent({ connections: null, bodyTimeout: 0 });
  const leaving = new AbortController();
  /** @type {Map<string, (at: number) => void>} */
  const awaited = new Map();
  const open = async (/** @type {string} */ cookie) => {
    const reply = await request(`${consoleUrl}/api/events`, {
      dispatcher,
      headers: { cookie },
      signal: leaving.signal,
    });
    if (reply.statusCode !== 200) throw new Error(`an event stream answered ${reply.statusCode}`);
    /** @type {() => void} */
    let greeted = () => undefined;
    const isOpen = new Promise((resolve) => {
      greeted = () => resolve(undefined);
    });
    const lines = createInterface({ input: Readable.from(reply.body) });
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      if (!line.startsWith('data: ')) return;
      const event = JSON.parse(line.slice('data: '.length));
      if (event.type === 'hello') greeted();
      if (event.type === 'production.changed') awaited.get(event.cardToken)?.(Date.now());
    });
    await isOpen;
  };
  for (const cookie of cookies) await open(cookie);
  return {
    next: (cardToken) =>
      new Promise((resolve) => {
        /** @type {number[]} */
        const heard = [];
        awaited.set(cardToken, (at) => {
          heard.push(at);
          if (heard.length < cookies.length) return;
          awaited.delete(cardToken);
          resolve(heard);
        });
      }),
    close: async () => {
      leaving.abort();
      await dispatcher.destroy();
    },
  };
}
