import type { ConsolePermission } from '@/lib/catalogues/console-permissions';
import { lookOfCardStatus } from '@/lib/catalogues/statuses';
import type { IndexedCard } from '@/lib/contracts/cards';
import { formatCount } from '@/lib/format/counts';
import { actsOn } from '../status-dialogs/offered-acts';

export type BulkAct = 'freeze' | 'unfreeze' | 'block';

const doneWords: Record<BulkAct, string> = { freeze: 'frozen', unfreeze: 'unfrozen', block: 'blocked' };

/** Which of the chosen cards an act is for, as far as the list knows them. */
export const cardsFor = (
  act: BulkAct,
  cards: readonly IndexedCard[],
  consolePermissions: readonly ConsolePermission[],
): IndexedCard[] =>
  cards.filter(({ hold, status }) => actsOn(status.value, consolePermissions, hold).offered.includes(act));

/** "8 can be frozen: 1 is frozen already, 1 is blocked." */
export function tellWhatCan(
  act: BulkAct,
  cards: readonly IndexedCard[],
  able: readonly IndexedCard[],
): string {
  const done = doneWords[act];
  const rest = new Map<string, number>();
  for (const card of cards) {
    if (able.includes(card)) continue;
    const word = lookOfCardStatus(card.status.value, card.hold !== null).word.toLowerCase();
    rest.set(word, (rest.get(word) ?? 0) + 1);
  }
  const why = [...rest].map(([word, count]) => `${formatCount(count)} ${count === 1 ? 'is' : 'are'} ${word}`);
  return `${able.length === 0 ? 'None' : formatCount(able.length)} can be ${done}${why.length > 0 ? `: ${why.join(', ')}` : ''}`;
}
