import { randomUUID } from 'node:crypto';

/** @typedef {{ kind: 'card', token: string, status: string }} CardStep a change at Wise, which tells of it by itself */
/** @typedef {{ kind: 'print', token: string, status: string, occurredAt: string, errorCode: string | null }} PrintStep told of a card that is at no kiosk of the emulator's */
/** @typedef {CardStep | PrintStep} Step */

const profileId = 30000001;
const firstMs = Date.UTC(2026, 0, 5, 9);
const faults = /** @type {const} */ (['PRT_RIBBON_ENDED', 'PRD_FEEDER_JAM', 'DP_TIMEOUT']);

/**
 * What happens, in no order where order does not matter: each card's own changes stay in theirs, because Wise makes them one
 * after the other; prints are told in any order at all.
 * @param {{ count: number, cards: { token: string, status: string }[], random: import('../random.mjs').Random }} options count: of deliveries that differ
 * @returns {Step[]}
 */
export function makeSteps({ cards, count, random }) {
  const prints = shuffled(makePrints(Math.floor(count / 2), random), random);
  const status = new Map(cards.map((card) => [card.token, card.status]));
  const tokens = cards.map(({ token }) => token);
  /** @type {Step[]} */
  const steps = [];
  while (steps.length < count) {
    const print = random.next() < 0.5 ? prints.pop() : undefined;
    if (print) steps.push(print);
    else steps.push(changeCard(tokens[random.between(0, tokens.length - 1)] ?? '', status));
  }
  return steps;
}

/** @param {string} token @param {Map<string, string>} statusOf @returns {CardStep} */
function changeCard(token, statusOf) {
  const status = statusOf.get(token) === 'FROZEN' ? 'ACTIVE' : 'FROZEN';
  statusOf.set(token, status);
  return { kind: 'card', token, status };
}

/** READY, then attempts that fail and a last one that prints, or is on its way. @param {number} count @param {import('../random.mjs').Random} random */
function makePrints(count, random) {
  /** @type {PrintStep[]} */
  const steps = [];
  while (steps.length < count) {
    const token = randomUUID();
    let atMs = firstMs + random.between(0, 30 * 86_400_000);
    const tell = (/** @type {string} */ status, /** @type {string | null} */ errorCode = null) =>
      steps.push({ kind: 'print', token, status, occurredAt: new Date(atMs).toISOString(), errorCode });
    tell('READY');
    for (let failed = random.between(0, 2); failed > 0; failed--) {
      atMs += random.between(60_001, 3_600_000);
      tell('IN_PROGRESS');
      tell('PRODUCTION_ERROR', random.pick(faults));
    }
    atMs += random.between(60_001, 3_600_000);
    tell('IN_PROGRESS');
    if (random.next() < 0.8) tell('PRODUCED');
  }
  return steps.slice(0, count);
}

/** @template T @param {T[]} items @param {import('../random.mjs').Random} random */
function shuffled(items, random) {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = random.between(0, index);
    [mixed[index], mixed[other]] = [/** @type {T} */ (mixed[other]), /** @type {T} */ (mixed[index])];
  }
  return mixed;
}

/** @param {PrintStep} step */
export const printEvent = ({ errorCode, occurredAt, status, token }) => ({
  eventType: 'cards#card-production-status-change',
  version: '4.0.0',
  data: {
    resource: { type: 'card', profile_id: profileId, client_id: 'demo-client', card_token: token },
    status,
    kiosk_id: status === 'READY' ? null : 'WIS00001',
    occurred_at: occurredAt,
    error_code: errorCode,
    description: null,
  },
});

/**
 * Where each print is at the end, told in order: the last step of the last attempt.
 * @param {readonly Step[]} steps
 */
export function endOfPrints(steps) {
  const rank = ['READY', 'IN_PROGRESS', 'PRODUCTION_ERROR', 'PRODUCED'];
  /** @type {Map<string, PrintStep>} */
  const ends = new Map();
  /** @type {Map<string, Set<string>>} */
  const attempts = new Map();
  for (const step of steps) {
    if (step.kind !== 'print') continue;
    const end = ends.get(step.token);
    const isLater =
      !end ||
      step.occurredAt > end.occurredAt ||
      (step.occurredAt === end.occurredAt && rank.indexOf(step.status) > rank.indexOf(end.status));
    if (isLater) ends.set(step.token, step);
    const of = attempts.get(step.token) ?? new Set();
    if (step.status !== 'READY') of.add(step.occurredAt);
    attempts.set(step.token, of);
  }
  return { ends, attempts };
}
