import { type CardAction, cardActionNames, cardActions, whyNotOffered } from '@/lib/catalogues/card-actions';
import type { ConsolePermission } from '@/lib/catalogues/console-permissions';
import type { IndexedCard } from '@/lib/contracts/cards';
import { cardStatuses } from '@/lib/catalogues/statuses';

export interface NotOffered {
  actions: CardAction[];
  /** Ends the sentence "Not offered: Freeze, …". */
  why: string;
}
export interface CardActs {
  offered: CardAction[];
  notOffered: NotOffered[];
}

const roleLacksIt = 'your role does not include it';

/** What may be done about a card's status: what Wise allows from it and this person may do, and why the rest is not offered. */
export function actsOn(
  status: string,
  consolePermissions: readonly ConsolePermission[],
  hold: IndexedCard['hold'],
  ownBranch?: IndexedCard['ownBranch'],
): CardActs {
  const acts: CardActs = { offered: [], notOffered: [] };
  for (const action of cardActionNames) {
    const { from, to, consolePermission } = cardActions[action];
    const isAllowed = (from as readonly string[]).includes(status);
    const isMine = consolePermissions.includes(consolePermission);
    const isHeld = to === 'ACTIVE' && hold !== null;
    const isInTray = action === 'activate' && ownBranch?.isHandedOver === false;
    if (isAllowed && isMine && !isHeld && !isInTray) {
      acts.offered.push(action);
      continue;
    }
    const why = !isAllowed
      ? whyNot(action, status)
      : !isMine
        ? roleLacksIt
        : isHeld
          ? whyHeld(hold)
          : 'it is to be handed over first';
    const same = acts.notOffered.find((one) => one.why === why);
    if (same) same.actions.push(action);
    else acts.notOffered.push({ actions: [action], why });
  }
  return acts;
}

const whyHeld = (hold: IndexedCard['hold']) =>
  hold?.isYours ? 'you hold it: lift the hold first' : 'it is held until reviewed';

const whyNot = (action: CardAction, status: string) =>
  Object.hasOwn(cardStatuses, status)
    ? whyNotOffered(action, status)
    : 'the console does not know this status of Wise’s';
