import type { ApprovalDetail } from '../../contracts/approvals.ts';

/** An item is accepted, or that is taken back. */
export interface ItemWord {
  itemKey: string;
  isAccepted: boolean;
}
type Items = Pick<ApprovalDetail, 'items'>;

export const withItem = <A extends Items>(approval: A, itemKey: string, isAccepted: boolean): A => ({
  ...approval,
  items: approval.items.map((item) => (item.key === itemKey ? { ...item, isAccepted } : item)),
});

/**
 * Where to go once an item was accepted: to the next that is not, from the top again after the last.
 * @returns undefined where every other one is accepted
 */
export function nextToAccept({ items }: Items, from: string | undefined): string | undefined {
  const at = items.findIndex(({ key }) => key === from);
  const inOrder = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return inOrder.find(({ isAccepted }) => !isAccepted)?.key;
}

/** The one above or below; the first where none is current. */
export function neighbourOf({ items }: Items, from: string | undefined, by: 1 | -1): string | undefined {
  const at = items.findIndex(({ key }) => key === from);
  return at < 0 ? items[0]?.key : (items[at + by] ?? items[at])?.key;
}
