import type { StatusLook } from '@/lib/catalogues/statuses';
import type { NoticeTone } from '@/components/ui/notice';
import type { Connection, PaymentTrial } from '@/lib/contracts/connections';
import { countOf } from '@/lib/format/counts';

export const stateLooks: Record<Connection['state'], StatusLook> = {
  working: { word: 'Working', tone: 'good', mark: 'works' },
  broken: { word: 'Refused by Wise', tone: 'bad', mark: 'needs-a-hand' },
  disconnected: { word: 'Disconnected', tone: 'quiet', mark: 'over' },
};

export const kindWords: Record<Connection['kind'], string> = {
  user: 'Authorization',
  personal: 'Personal token',
};

const faultWords: Record<string, string> = {
  refresh_refused: 'Wise refused to renew it',
  token_refused: 'Wise refused the token',
  client_refused: 'Wise refused the console’s own credentials',
  wise_unavailable: 'Wise did not answer',
};
/** One that nobody has put into words yet shows as its own code. */
export const wordsOfFault = (code: string): string => faultWords[code] ?? code;

export const ownerOf = ({ owner, id }: Pick<Connection, 'owner' | 'id'>): string =>
  owner ?? `Wise user ${id}`;

/** "Harbourline Logistics Ltd, Kestrel & Finch Studios GmbH and 4 more" */
export function wordsOfProfiles({ names, total }: Connection['profiles']): string {
  if (total === 0) return 'none';
  const more = total - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** "3 cards of this profile", "120 cards of these 3 profiles" */
export const wordsOfReach = ({ cards, total }: Connection['profiles']): string =>
  `${countOf(cards, 'card')} of ${total === 1 ? 'this profile' : `these ${countOf(total, 'profile')}`}`;

const trialNotices: Record<PaymentTrial['outcome'], { tone: NoticeTone; title: string; text: string }> = {
  taken: {
    tone: 'good',
    title: 'Wise took the payment.',
    text: 'No approvals on wise.com block payments of this profile.',
  },
  blocked: {
    tone: 'bad',
    title: 'Approvals on wise.com block payments of this profile.',
    text: 'Switch them off in Wise’s settings, then try again. Approvals of this console go on applying.',
  },
  refused: {
    tone: 'warn',
    title: 'Wise refused the payment for another reason.',
    text: 'It tells nothing of approvals on wise.com. They are known once the first payment is sent.',
  },
  'no-balance': {
    tone: 'warn',
    title: 'The profile has no balance to pay from.',
    text: 'Nothing was sent. Open a balance at Wise, then try again.',
  },
  'no-recipient': {
    tone: 'warn',
    title: 'The profile has no saved recipient.',
    text: 'Nothing was sent. Save one at Wise or pay one here, then try again.',
  },
};
export const noticeOfTrial = ({ outcome }: PaymentTrial) => trialNotices[outcome];
