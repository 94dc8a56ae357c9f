import { type CardAction, cardActionNames, cardActions, whyNotOffered } from '@/lib/catalogues/card-actions';
import type { ConsolePermission } from '@/lib/catalogues/console-permissions';
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
export function actsOn(status: string, consolePermissions: readonly ConsolePermission[]): CardActs {
  const acts: CardActs = { offered: [], notOffered: [] };
  for (const action of cardActionNames) {
    const { from, consolePermission } = cardActions[action];
    const isAllowed = (from as readonly string[]).includes(status);
    if (isAllowed && consolePermissions.includes(consolePermission)) {
      acts.offered.push(action);
      continue;
    }
    const why = isAllowed ? roleLacksIt : whyNot(action, status);
    const same = acts.notOffered.find((one) => one.why === why);
    if (same) same.actions.push(action);
    else acts.notOffered.push({ actions: [action], why });
  }
  return acts;
}

const whyNot = (action: CardAction, status: string) =>
  Object.hasOwn(cardStatuses, status)
    ? whyNotOffered(action, status)
    : 'the console does not know this status of Wise’s';
