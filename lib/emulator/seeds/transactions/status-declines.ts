import type { CardRecord } from '../../entities.ts';
import { coverScenarios, statusScenarios } from './decline-scenarios.ts';
import { declinedBy, pickWeighted } from './ordinary-days.ts';
import { type CardScene, dayInMs, type Draft, hourInMs } from './payments.ts';

/** When a card became what it is; payments after that are declined for it. */
export function endOfUse(card: CardRecord, nowMs: number): number {
  if (card.status === 'ACTIVE') return nowMs;
  if (card.status === 'INACTIVE') return Date.parse(card.creationTime);
  if (card.status === 'EXPIRED' || card.status === 'PURGED') return Date.parse(card.expiryDate) + dayInMs;
  return Date.parse(card.modificationTime);
}

/** Attempts after the card's status has changed, the last of them a short time ago. */
export function statusDeclines(scene: CardScene): Draft[] {
  const { card, nowMs, random, sinceMs } = scene;
  const reason = statusScenarios[card.status];
  if (reason === undefined || card.status === 'PURGED') return [];
  const fromMs = Math.max(sinceMs, endOfUse(card, nowMs));
  const channel = scene.usable[0] ?? 'online';
  const latestMs = Math.max(fromMs + 500, nowMs - random.between(5, 55) * 60_000);
  const times = [latestMs];
  for (let count = random.between(1, 4); count > 0; count--) {
    const atMs = latestMs - random.between(2, 200) * hourInMs;
    if (atMs > fromMs) times.push(atMs);
  }
  const drafts = times.map((atMs) => declinedBy(scene, atMs, { reason, channel, weight: 1 }));
  if (card.status !== 'PARTNER_SUSPENDED') return drafts;
  // To most people these read the same as others, so the others have to be there.
  const covers = times.map((atMs) => {
    const beforeMs = Math.max(sinceMs, atMs - random.between(1, 30) * hourInMs);
    const cover = pickWeighted(random, coverScenarios) ?? { reason: null, channel, weight: 1 };
    return declinedBy(scene, beforeMs, cover);
  });
  return [...drafts, ...covers];
}
