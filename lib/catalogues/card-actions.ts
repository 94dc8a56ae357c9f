import type { ConsolePermission } from './console-permissions.ts';

/** The four acts on a card's status, what Wise is asked for, and from which status Wise allows it. */
export const cardActions = {
  activate: { to: 'ACTIVE', from: ['INACTIVE'], consolePermission: 'cards.activate' },
  unfreeze: { to: 'ACTIVE', from: ['FROZEN'], consolePermission: 'cards.unfreeze' },
  freeze: { to: 'FROZEN', from: ['ACTIVE'], consolePermission: 'cards.freeze' },
  block: { to: 'BLOCKED', from: ['ACTIVE', 'FROZEN', 'INACTIVE'], consolePermission: 'cards.block' },
} as const satisfies Record<
  string,
  { to: string; from: readonly string[]; consolePermission: ConsolePermission }
>;

export type CardAction = keyof typeof cardActions;
export const cardActionNames = Object.keys(cardActions) as CardAction[];

/** Which act leads from one status to another; undefined where Wise offers none. */
export function actionFor(from: string, to: string): CardAction | undefined {
  return cardActionNames.find((name) => {
    const action = cardActions[name];
    return action.to === to && (action.from as readonly string[]).includes(from);
  });
}

const whyNot: Record<CardAction, Record<string, string>> = {
  activate: {
    ACTIVE: 'it is active already',
    FROZEN: 'it was activated before',
  },
  freeze: {
    FROZEN: 'it is frozen already',
    INACTIVE:
      'it was never activated. Wise refuses to freeze such a card; one that is lost in the post can only be blocked',
  },
  unfreeze: {
    ACTIVE: 'it is not frozen',
    INACTIVE: 'it is not frozen',
  },
  block: {},
};
const whyNotAnything: Record<string, string> = {
  BLOCKED: 'it is blocked for good',
  EXPIRED: 'it has expired',
  PURGED: 'Wise has deleted its data',
  PARTNER_SUSPENDED: 'Wise has suspended it: refer to compliance',
};

/** Ends the sentence "Not offered: Freeze, …". */
export function whyNotOffered(action: CardAction, status: string): string {
  return whyNot[action][status] ?? whyNotAnything[status] ?? 'Wise does not allow it in this status';
}
