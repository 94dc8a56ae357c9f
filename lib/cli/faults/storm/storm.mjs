import { startStack } from '../stack.mjs';
import { createRandom } from '../random.mjs';
import { makeSteps, printEvent } from './events.mjs';
import { reckonStorm } from './reckon.mjs';
import { settle } from './settle.mjs';

const atOnce = 8;
const forgedShare = 0.01;

/**
 * @typedef {{ name: string, deliveries: number, events: number, forged: number, refused: number, kills: number, restarts: number, lost: number, faults: string[], seconds: number }} StormOutcome
 */

/**
 * Wise sends more at once than ever, twice and in the wrong order, with forgeries between, while the console is killed and
 * the database restarted. Wise goes on trying; afterwards everything is as if it had come in order.
 * @param {{ deliveries: number, seed: number, store: string, postgres: { url: string, restart?: () => Promise<void> } | undefined, say: (line: string) => void, running: Set<() => Promise<void>> }} options
 * @returns {Promise<StormOutcome>}
 */
export async function runStorm({ deliveries, postgres, running, say, seed, store }) {
  const startedAt = performance.now();
  const random = createRandom(seed);
  say(`storm of ${deliveries} …`);
  const stack = await startStack({ name: `storm-${store}`, serverUrl: postgres?.url });
  running.add(stack.stop);
  try {
    const [console_] = stack.consoles;
    if (!console_) throw new Error('no console');
    const admin = await stack.signIn('admin@example.com');
    await waitForSubscriptions(admin);
    await stack.control('POST', 'settings', {
      webhookFaults: { duplicate: 0.2, shuffle: 0.5 },
      kioskStepMs: null,
      orderStepMs: null,
    });
    const cards = await readCards(stack);
    const before = await readOldDeliveries(stack);
    // A fifth is sent twice by Wise.
    const steps = makeSteps({ cards, count: Math.ceil(deliveries / 1.2), random });
    const forged = Math.ceil(deliveries * forgedShare);
    const upheavals = planUpheavals({ console_, postgres, random, say, steps: steps.length });
    const refused = await sendAll({ stack, steps, forged, upheavals, url: console_.url, random });
    await Promise.all(upheavals.map((one) => one.done));
    await settle(stack, admin, say);
    const reckoning = await reckonStorm({ stack, admin, steps, before });
    const faults = [...reckoning.faults];
    if (refused !== forged) faults.push(`${forged - refused} of ${forged} forgeries were not refused`);
    return {
      name: 'storm',
      deliveries: reckoning.deliveries,
      events: reckoning.events,
      forged,
      refused,
      kills: upheavals.filter(({ kind }) => kind === 'kill').length,
      restarts: upheavals.filter(({ kind }) => kind === 'restart').length,
      lost: reckoning.lost,
      faults,
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    running.delete(stack.stop);
    await stack.stop();
  }
}

/** @typedef {{ kind: 'kill' | 'restart', at: number, act: () => Promise<void>, done: Promise<void> }} Upheaval */

/**
 * @param {{ console_: import('../stack.mjs').Console_, postgres: { restart?: () => Promise<void> } | undefined, random: import('../random.mjs').Random, say: (line: string) => void, steps: number }} options
 * @returns {Upheaval[]}
 */
function planUpheavals({ console_, postgres, random, say, steps }) {
  const moment = (/** @type {number} */ from, /** @type {number} */ to) =>
    random.between(Math.floor(steps * from), Math.floor(steps * to));
  const killAndStart = async () => {
    await console_.kill();
    await console_.start();
  };
  const { restart } = postgres ?? {};
  const planned = [
    { kind: /** @type {const} */ ('kill'), at: moment(0.15, 0.35), act: killAndStart },
    ...(restart ? [{ kind: /** @type {const} */ ('restart'), at: moment(0.45, 0.55), act: restart }] : []),
    { kind: /** @type {const} */ ('kill'), at: moment(0.65, 0.85), act: killAndStart },
  ];
  // One after the other: a console that is starting is not killed once more before it is there.
  let last = Promise.resolve();
  return planned.map(({ act, at, kind }) => {
    /** @type {() => void} */
    let begin = () => undefined;
    const begun = new Promise((resolve) => {
      begin = () => resolve(undefined);
    });
    const previous = last;
    const done = begun.then(async () => {
      await previous;
      say(`  ${kind} at event ${at}`);
      await act();
    });
    // Looked at when everything was sent.
    done.catch(() => undefined);
    last = done.catch(() => undefined);
    return { kind, at, act: async () => begin(), done };
  });
}

/**
 * @param {{ stack: import('../stack.mjs').Stack, steps: import('./events.mjs').Step[], forged: number, upheavals: Upheaval[], url: string, random: import('../random.mjs').Random }} options
 * @returns {Promise<number>} how many forgeries were refused
 */
async function sendAll({ forged, random, stack, steps, upheavals, url }) {
  const forgeEvery = Math.max(1, Math.floor(steps.length / forged));
  let next = 0;
  let refused = 0;
  let sent = 0;
  // Changes of one card are made one after the other.
  /** @type {Map<string, Promise<unknown>>} */
  const lastOf = new Map();
  const work = async () => {
    for (let index = next++; index < steps.length; index = next++) {
      const step = steps[index];
      if (!step) return;
      for (const upheaval of upheavals) if (upheaval.at === index) await upheaval.act();
      const before = lastOf.get(step.token);
      const doing = (async () => {
        await before;
        if (step.kind === 'card')
          await stack.control('PUT', `cards/${step.token}/status`, { status: step.status });
        else await stack.control('POST', 'webhooks/send', printEvent(step));
      })();
      lastOf.set(step.token, doing);
      await doing;
      if (index % forgeEvery === 0 && sent < forged) {
        sent++;
        if (await forge(url, random)) refused++;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (; sent < forged; sent++) if (await forge(url, random)) refused++;
  return refused;
}

/** Whoever forges goes on trying too. @param {string} url @param {import('../random.mjs').Random} random @returns {Promise<boolean>} whether it was refused */
async function forge(url, random) {
  const body = JSON.stringify({
    data: { resource: { card_token: String(random.next()), profile_id: 30000001 }, forged: true },
    subscription_id: 'forged',
    event_type: 'cards#card-status-change',
    schema_version: '4.0.0',
    sent_at: new Date().toISOString(),
  });
  for (;;) {
    const reply = await fetch(`${url}/api/webhooks/wise`, {
      method: 'POST',
      headers: { 'x-signature-sha256': Buffer.from(body).toString('base64') },
      body,
    }).catch(() => undefined);
    if (reply && reply.status !== 503) return reply.status === 401;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The console asks Wise to tell it once it runs. @param {{ url: string, cookie: string }} admin */
async function waitForSubscriptions({ cookie, url }) {
  for (let tries = 0; tries < 120; tries++) {
    const reply = await fetch(`${url}/api/webhooks/subscriptions`, { headers: { cookie } });
    const items = reply.ok ? (await reply.json()).items : [];
    const kinds = items.map((/** @type {{ eventType: string }} */ one) => one.eventType);
    if (kinds.includes('cards#card-status-change') && kinds.includes('cards#card-production-status-change'))
      return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the console did not subscribe');
}

/** Cards whose status Wise changes at will. @param {import('../stack.mjs').Stack} stack */
async function readCards(stack) {
  const { items } = await stack.control('GET', 'state/cards');
  return items
    .filter((/** @type {{ status: string }} */ { status }) => status === 'ACTIVE' || status === 'FROZEN')
    .slice(0, 120)
    .map((/** @type {{ token: string, status: string }} */ { status, token }) => ({ status, token }));
}

/** @param {import('../stack.mjs').Stack} stack */
async function readOldDeliveries(stack) {
  const { items } = await stack.control('GET', 'state/deliveries');
  return new Set(items.map((/** @type {{ id: string }} */ { id }) => id));
}
