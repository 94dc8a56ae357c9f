import { Random } from '../../core/random.ts';
import type { CardRecord, ProfileRecord } from '../../entities.ts';
import type { TransactionSource } from '../../transactions/card-transactions.ts';
import { demoCards } from '../demo-cards.ts';
import { openScenarios, restrictedScenarios, softScenarios } from './decline-scenarios.ts';
import { sourceOfDrafts } from './draft-source.ts';
import type { CountryCode } from './merchants.ts';
import {
  canBeDeclinedBy,
  channelsOf,
  declinedBy,
  ordinaryEvent,
  pickInstant,
  plainPurchase,
  softPair,
} from './ordinary-days.ts';
import { type CardScene, dayInMs, type Draft } from './payments.ts';
import { endOfUse, statusDeclines } from './status-declines.ts';
import { restrictedAmongCovers, stories } from './stories.ts';

const demoTransactionCount = 12_000;
const firstDemoId = 51_200_001;
/** A little less than Wise looks back, so that the oldest is still seen some hours after a reset. */
const windowDays = 89.5;
const quietBeforeStoryDays = 8;
const restrictedEvents = 14;

const names = new Map<string, keyof typeof demoCards>(
  Object.entries(demoCards).map(([name, { token }]) => [token, name as keyof typeof demoCards]),
);

const homes: Partial<Record<string, CountryCode>> = {
  GB: 'GB',
  IE: 'IE',
  FR: 'FR',
  DE: 'DE',
  SE: 'SE',
  US: 'US',
  AU: 'AU',
};

function sceneOf(card: CardRecord, countryCode: string | undefined, nowMs: number): CardScene {
  return {
    card,
    home: homes[countryCode ?? ''] ?? 'GB',
    random: new Random(`transactions ${card.token}`),
    sinceMs: Math.max(nowMs - windowDays * dayInMs, Date.parse(card.creationTime) + dayInMs),
    untilMs: nowMs,
    nowMs,
    ...channelsOf(card),
  };
}

/** The part of a scene in which the card was used as usual; null when there is none. */
function usualPart(scene: CardScene): CardScene | null {
  const name = names.get(scene.card.token);
  const quietFromMs = name && stories[name] ? scene.nowMs - quietBeforeStoryDays * dayInMs : scene.nowMs;
  const untilMs = Math.min(endOfUse(scene.card, scene.nowMs), quietFromMs);
  return untilMs - scene.sinceMs > dayInMs ? { ...scene, untilMs } : null;
}

interface Usual {
  scene: CardScene;
  usual: CardScene;
  weight: number;
}

function weigh(scene: CardScene): Usual[] {
  const usual = usualPart(scene);
  if (!usual) return [];
  const days = (usual.untilMs - usual.sinceMs) / dayInMs;
  const isBusiness = scene.card.cardProgram.name.includes('BUSINESS');
  const isNamed = names.has(scene.card.token);
  const keenness = isNamed ? 0.5 : (isBusiness ? 1.4 : 1) * (0.25 + 2.2 * scene.random.fraction() ** 2);
  return [{ scene, usual, weight: keenness * days }];
}

/** Every documented reason at least twice, whatever the dice say. */
function plantEveryReason(usual: readonly Usual[]): Draft[] {
  const drafts: Draft[] = [];
  const unnamed = usual.filter(({ scene }) => scene.card.status === 'ACTIVE' && !names.has(scene.card.token));
  const nextFor = (at: number, allows: (entry: Usual) => boolean) => {
    for (let offset = 0; offset < unnamed.length; offset++) {
      const entry = unnamed[(at + offset) % unnamed.length];
      if (entry && allows(entry)) return entry;
    }
    return undefined;
  };
  let at = 0;
  for (const scenario of [...openScenarios, ...openScenarios]) {
    const entry = nextFor((at += 3), ({ scene }) => canBeDeclinedBy(scene, scenario));
    if (entry) drafts.push(declinedBy(entry.usual, pickInstant(entry.usual), scenario));
  }
  for (const scenario of softScenarios) {
    const entry = nextFor((at += 3), ({ scene }) => canBeDeclinedBy(scene, scenario));
    if (entry) drafts.push(...softPair(entry.usual, pickInstant(entry.usual), scenario));
  }
  for (let count = 0; count < restrictedEvents; count++) {
    const scenario = restrictedScenarios[count % restrictedScenarios.length];
    const entry = nextFor(
      (at += 5),
      ({ scene }) => scene.usable.includes('online') && scene.sinceMs < scene.nowMs - 30 * dayInMs,
    );
    if (scenario && entry) drafts.push(...restrictedAmongCovers(entry.usual, scenario, 0.5 + count));
  }
  return drafts;
}

function plantUsual(usual: readonly Usual[], count: number): Draft[] {
  const drafts: Draft[] = [];
  const total = usual.reduce((sum, { weight }) => sum + weight, 0);
  let wanted = 0;
  for (const [index, { usual: scene, weight }] of usual.entries()) {
    wanted += (weight / total) * count;
    const upTo = index === usual.length - 1 ? count : Math.floor(wanted);
    while (drafts.length < upTo) {
      const event = ordinaryEvent(scene, pickInstant(scene));
      if (drafts.length + event.length <= upTo) drafts.push(...event);
      else drafts.push(plainPurchase(scene, pickInstant(scene)));
    }
  }
  return drafts;
}

function draftAll(cards: readonly CardRecord[], profiles: readonly ProfileRecord[], nowMs: number): Draft[] {
  const countryOf = new Map(profiles.map(({ address, id }) => [id, address.countryIso2Code]));
  const scenes = cards.map((card) => sceneOf(card, countryOf.get(card.profileId), nowMs));
  const told = scenes.flatMap((scene) => {
    const name = names.get(scene.card.token);
    return [...statusDeclines(scene), ...((name && stories[name]?.(scene)) ?? [])];
  });
  const usual = scenes.flatMap(weigh);
  const fixed = [...told, ...plantEveryReason(usual)];
  const drafts = [...fixed, ...plantUsual(usual, demoTransactionCount - fixed.length)];
  return drafts.sort((a, b) => a.atMs - b.atMs);
}

/** @param nowMs what the payments lead up to */
export const demoTransactions = (
  cards: readonly CardRecord[],
  profiles: readonly ProfileRecord[],
  nowMs: number,
): TransactionSource =>
  sourceOfDrafts(() => draftAll(cards, profiles, nowMs), {
    firstId: firstDemoId,
    nowMs,
    size: demoTransactionCount,
  });
