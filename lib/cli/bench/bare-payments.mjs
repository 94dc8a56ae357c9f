import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

const atOnce = 32;
/** Of each second's places, for what the console asks of Wise by itself meanwhile: both are one client to Wise. */
const left = 2;
/** A little longer than Wise's own second. */
const secondMs = 1010;
const tooMany = 429;

/**
 * What a run of payments costs without anything around it: recipient, quote and transfer of each row, as fast as the limit
 * allows.
 * @param {{ upstream: string, token: string, profileId: string, payments: readonly import('../faults/payments.mjs').Payment[], perSecond: number }} options
 * @returns {Promise<{ ms: number, calls: number, turnedAway: number }>}
 */
export async function payBarely({ payments, perSecond, profileId, token, upstream }) {
  const dispatcher = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 10_000 });
  const places = createPlaces(perSecond - left);
  let calls = 0;
  let turnedAway = 0;

  /** @param {string} path @param {unknown} body @returns {Promise<any>} */
  const post = async (path, body) => {
    for (;;) {
      await places.take();
      calls += 1;
      const reply = await request(`${upstream}${path}`, {
        method: 'POST',
        dispatcher,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await reply.body.text();
      places.giveBack();
      if (reply.statusCode < 300) return JSON.parse(text);
      if (reply.statusCode !== tooMany) throw new Error(`${path} answered ${reply.statusCode} ${text}`);
      turnedAway += 1;
      await wait(Number(reply.headers['retry-after'] ?? 1) * 1000);
    }
  };

  try {
    const { id: group } = await post(`/v3/profiles/${profileId}/batch-groups`, {
      name: 'Bare',
      sourceCurrency: 'GBP',
    });
    const queue = [...payments];
    const pay = async () => {
      for (let row = queue.shift(); row; row = queue.shift()) {
        const recipient = await post('/v1/accounts', {
          profile: Number(profileId),
          currency: 'GBP',
          type: 'sort_code',
          accountHolderName: 'Bare Loop Holdings',
          details: { legalType: 'BUSINESS', sortCode: '040075', accountNumber: row.account },
        });
        const quote = await post(`/v3/profiles/${profileId}/quotes`, {
          sourceCurrency: 'GBP',
          targetCurrency: 'GBP',
          targetAmount: Number(row.amount),
          preferredPayIn: 'BALANCE',
          targetAccount: recipient.id,
        });
        await post(`/v3/profiles/${profileId}/batch-groups/${group}/transfers`, {
          targetAccount: recipient.id,
          quoteUuid: quote.id,
          customerTransactionId: randomUUID(),
          details: { reference: 'BARE' },
        });
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: atOnce }, pay));
    return { ms: performance.now() - startedAt, calls, turnedAway };
  } finally {
    await dispatcher.close();
  }
}

/**
 * A sliding second. Wise may count a call at any time until it has answered, so a call keeps its place until a second later:
 * whoever does so is never turned away.
 * @param {number} count
 */
function createPlaces(count) {
  let free = count;
  /** @type {(() => void)[]} */
  const waiting = [];
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    },
    giveBack() {
      setTimeout(() => {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }, secondMs);
    },
  };
}
