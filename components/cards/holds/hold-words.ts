import type { HoldRefreeze } from '@/lib/contracts/cards';

/** What somebody reads of a hold that is not theirs: the same whoever's it is. Undefined where it stops nothing any more. */
export function wordsOfAnothersHold(status: string): string | undefined {
  switch (status) {
    case 'FROZEN':
      return 'It stays frozen until the review is done. It can be blocked if it is lost. To the customer it is a frozen card, and nothing more.';
    case 'INACTIVE':
      return 'It cannot be activated until the review is done. It can be blocked if it is lost.';
    case 'ACTIVE':
      return 'It is active all the same, and payments work. Once it is frozen it stays so until the review is done.';
    default:
      return undefined;
  }
}

const filterWords: Record<string, string> = { held: 'held until reviewed', yours: 'yours to review' };
export const wordOfHoldFilter = (value: string): string => filterWords[value] ?? value;

interface HoldAlert {
  cause: 'turned-active' | 'not-frozen';
  refreeze: HoldRefreeze;
  /** The card's status now. */
  status: string;
}

/** What happened, ready for "Held card 4417 …" and "The card …". */
export const titleOfAlert = ({ cause }: Pick<HoldAlert, 'cause'>): string =>
  cause === 'turned-active' ? 'became active under its hold' : 'was not frozen by its hold';

/** What stands now, and what is to be done. */
export function nextOfAlert({ cause, refreeze, status }: HoldAlert): string {
  if (status !== 'ACTIVE') {
    return refreeze === 'done' ? 'The console has frozen it again.' : 'It is not active any more.';
  }
  if (cause === 'not-frozen')
    return 'Wise did not take the freeze. The hold stands, but payments work: freeze it.';
  switch (refreeze) {
    case 'due':
    case 'begun':
      return 'Payments work. The console is freezing it again.';
    case 'unknown':
      return 'The console tried to freeze it again and asks Wise whether that arrived.';
    case 'refused':
      return 'Payments work, and Wise refused to freeze it again: do it by hand.';
    case 'given-up':
      return 'Payments work. It was frozen again three times within an hour and became active each time, so the console has stopped: freeze it, and find out who unfreezes it.';
    default:
      return 'Payments work: freeze it, or lift the hold.';
  }
}
