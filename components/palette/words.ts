import type { IndexedCard } from '@/lib/contracts/cards';
import type { FoundTransaction } from '@/lib/contracts/find';
import { countOf } from '@/lib/format/counts';
import type { CardDeed, OwnDeed } from './entries';

const whose = ({ cardHolderName, lastFourDigits }: IndexedCard) =>
  cardHolderName === null ? `card ${lastFourDigits}` : `${cardHolderName}’s card`;

export const cardDeedLabels: Record<CardDeed, (card: IndexedCard) => string> = {
  activate: (card) => `Activate ${whose(card)}`,
  unfreeze: (card) => `Unfreeze ${whose(card)}`,
  freeze: (card) => `Freeze ${whose(card)}`,
  hold: (card) => `Hold ${whose(card)} until reviewed`,
  declines: (card) => `Declines of card ${card.lastFourDigits}`,
  transactions: (card) => `Transactions of card ${card.lastFourDigits}`,
  block: (card) => `Block ${whose(card)} for good`,
};

export const ownDeedLabel = (deed: OwnDeed): string => {
  switch (deed) {
    case 'new-batch-group':
      return 'New batch group…';
    case 'add-payment':
      return 'Add a payment…';
    case 'export-cards':
      return 'Export cards as CSV';
    case 'theme':
      return isDark() ? 'Use the light theme' : 'Use the dark theme';
    case 'single-keys':
      return areKeysOff() ? 'Switch single keys on' : 'Switch single keys off';
    case 'keys':
      return 'All keys';
    case 'sign-out':
      return 'Sign out';
  }
};

export const areKeysOff = (): boolean => document.documentElement.dataset.keys === 'off';
export const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset;
  if (theme === 'dark' || theme === 'light') return theme === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Where a transaction was looked for in vain, and what finds it. */
export function textOfNotFound({ profilesAsked, profilesUnread }: FoundTransaction): string {
  const where =
    profilesAsked === 0
      ? 'You have opened no card lately, so no profile was asked.'
      : `Asked: ${countOf(profilesAsked, 'profile')}, this page’s and those of the cards you opened last.`;
  const unread = profilesUnread === 0 ? '' : ` For ${profilesUnread} of them Wise did not answer.`;
  return `${where}${unread} Wise finds a transaction only within its profile: open its card first, then look again.`;
}
