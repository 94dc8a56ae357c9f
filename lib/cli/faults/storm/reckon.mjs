import { comparePrints } from './compare-prints.mjs';
import { openLeftStore } from '../../left-store.mjs';

/**
 * @typedef {{ id: string, eventType: string, body: string, state: string, isTest: boolean }} SentDelivery
 * @typedef {{ stack: import('../stack.mjs').Stack, admin: { url: string, cookie: string }, steps: import('./events.mjs').Step[], before: Set<string> }} Books
 */

/** What is there against what happened; the console is stopped for it. @param {Books} books */
export async function reckonStorm({ admin, before, stack, steps }) {
  /** @type {SentDelivery[]} */
  const all = (await stack.control('GET', 'state/deliveries')).items;
  const sent = all.filter(({ id, isTest }) => !before.has(id) && !isTest);
  /** @type {string[]} */
  const faults = [];
  const undelivered = sent.filter(({ state }) => state !== 'delivered');
  if (undelivered.length > 0) faults.push(`${undelivered.length} deliveries never arrived`);

  // The same content through any number of deliveries is one event.
  const events = new Set(
    all
      .filter(({ isTest }) => !isTest)
      .map(({ body, eventType }) => eventType + JSON.stringify(JSON.parse(body).data)),
  );
  const kept = await readCounts(admin);
  const lost = events.size - kept.done;
  if (kept.done !== events.size) faults.push(`${events.size} events were sent, ${kept.done} are taken in`);
  if (kept.notUnderstood > 0) faults.push(`${kept.notUnderstood} were not understood`);

  const operator = await stack.signIn();
  faults.push(...(await compareCards(stack, operator, sent)));
  await Promise.all(stack.consoles.map((console_) => console_.stop()));
  const store = await openLeftStore(stack);
  try {
    faults.push(...(await comparePrints(store, steps)));
  } finally {
    await store.close();
  }
  return { deliveries: sent.length, events: events.size, lost: Math.max(0, lost), faults };
}

/** @param {{ url: string, cookie: string }} admin */
async function readCounts({ cookie, url }) {
  const read = async (/** @type {string} */ path) => {
    const reply = await fetch(`${url}${path}`, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    return reply.json();
  };
  const list = await read('/api/webhooks/deliveries?limit=1&test=no');
  const { notUnderstood } = await read('/api/webhooks/stream');
  return { done: list.counts.done, notUnderstood };
}

/**
 * The index is what Wise says, and each card's history holds every change, in the order in which it happened.
 * @param {import('../stack.mjs').Stack} stack
 * @param {{ url: string, cookie: string }} operator
 * @param {SentDelivery[]} sent
 */
async function compareCards(stack, operator, sent) {
  /** @type {Map<string, Map<string, string>>} card, moment, status */
  const changes = new Map();
  /** @type {Map<string, number>} */
  const profileOf = new Map();
  for (const { body, eventType } of sent) {
    if (eventType !== 'cards#card-status-change') continue;
    const { card_status, occurred_at, resource } = JSON.parse(body).data;
    const of = changes.get(resource.card_token) ?? new Map();
    of.set(`${occurred_at} ${card_status}`, card_status);
    changes.set(resource.card_token, of);
    profileOf.set(resource.card_token, resource.profile_id);
  }
  /** @type {{ token: string, status: string }[]} */
  const atWise = (await stack.control('GET', 'state/cards')).items;
  const statusOf = new Map(atWise.map(({ status, token }) => [token, status]));
  const indexed = await readIndex(operator);
  const faults = [];
  for (const [token, expected] of changes) {
    if (indexed.get(token) !== statusOf.get(token))
      faults.push(`card ${token} is ${indexed.get(token)} in the index and ${statusOf.get(token)} at Wise`);
    const path = `/api/profiles/${profileOf.get(token)}/cards/${token}/history`;
    const found = await readHistory(operator, path);
    const wanted = [...expected.keys()].sort().map((key) => expected.get(key));
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      faults.push(`card ${token} has ${found.length} changes of ${wanted.length}, or in another order`);
  }
  return faults;
}

/** @param {{ url: string, cookie: string }} operator @returns {Promise<Map<string, string>>} */
async function readIndex({ cookie, url }) {
  const statuses = new Map();
  for (let cursor = ''; ; ) {
    const reply = await fetch(
      `${url}/api/cards?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      {
        headers: { cookie },
      },
    );
    const { items, nextCursor } = await reply.json();
    for (const { status, token } of items) statuses.set(token, status.value);
    if (nextCursor === null) return statuses;
    cursor = nextCursor;
  }
}

/** @param {{ url: string, cookie: string }} operator @param {string} path @returns {Promise<string[]>} oldest first */
async function readHistory({ cookie, url }, path) {
  /** @type {{ at: string, to: string }[]} */
  const items = [];
  for (let cursor = ''; ; ) {
    const reply = await fetch(`${url}${path}?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, {
      headers: { cookie },
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
    const page = await reply.json();
    items.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return items
    .map(({ at, to }) => `${at} ${to}`)
    .sort()
    .map((line) => line.slice(line.indexOf(' ') + 1));
}
