import type { StatusLook } from '@/lib/catalogues/statuses';
import type { Approval } from '@/lib/contracts/approvals';
import { formatMoney } from '@/lib/format/money';

const looks: Record<Approval['state'], StatusLook> = {
  pending: { word: 'Waiting', tone: 'warn', mark: 'waits' },
  approved: { word: 'Approved', tone: 'good', mark: 'works' },
  refused: { word: 'Refused', tone: 'bad', mark: 'no' },
  withdrawn: { word: 'Withdrawn', tone: 'quiet', mark: 'over' },
  expired: { word: 'Expired', tone: 'quiet', mark: 'over' },
  void: { word: 'No longer counts', tone: 'warn', mark: 'needs-a-hand' },
};
export const lookOfApproval = ({ state }: Pick<Approval, 'state'>): StatusLook => looks[state];

/** Why the reader does not decide, where they do not. */
export const whyNotYours: Record<Approval['standing'], string | undefined> = {
  'yours-to-decide': undefined,
  'asked-by-you': 'Yours: somebody else decides.',
  'about-you': 'It is about your own rights: somebody else decides.',
  'decided-by-you': 'You have agreed. It needs another person besides.',
  'above-your-limit': 'Above your limit: somebody with a higher one decides.',
  'not-yours': 'You read this. Others decide.',
};

/** “1 of 2 have agreed” */
export const wordsOfProgress = ({ approvals, needed }: Pick<Approval, 'approvals' | 'needed'>): string =>
  `${approvals} of ${needed}`;

export const wordsOfAmount = ({ amount }: Pick<Approval, 'amount'>): string | undefined =>
  amount === null ? undefined : formatMoney(amount.value, amount.currency);

/** What an item is, ahead of its lines; a kind without words stands as its code. */
const itemKinds: Record<string, string> = {
  'new-payee': 'New payee',
  'account-changed': 'Another account behind a known name',
  'name-differs': 'The bank knows another name',
};
export const wordsOfItem = (kind: string): string => itemKinds[kind] ?? kind;
