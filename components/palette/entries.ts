import { actsOn } from '@/components/cards/status-dialogs/offered-acts';
import type { NavItem } from '@/components/shell/nav-items';
import type { CardAction } from '@/lib/catalogues/card-actions';
import { canBeHeld } from '@/lib/catalogues/card-holds';
import type { ConsolePermission } from '@/lib/catalogues/console-permissions';
import { doesTakeRows } from '@/lib/client/batch-groups/group-acts';
import type { Typed } from '@/lib/client/find/typed';
import type { IndexedCard } from '@/lib/contracts/cards';
import type { Found, FoundBatchGroup, FoundProfile } from '@/lib/contracts/find';

export type CardDeed = CardAction | 'hold' | 'transactions' | 'declines';
export type OwnDeed =
  | 'new-batch-group'
  | 'add-payment'
  | 'export-cards'
  | 'theme'
  | 'single-keys'
  | 'keys'
  | 'sign-out';
export type Entry = { id: string } & (
  | { kind: 'card'; card: IndexedCard }
  | { kind: 'all-cards'; query: string }
  | { kind: 'profile'; profile: FoundProfile }
  | { kind: 'batch-group'; group: FoundBatchGroup }
  | { kind: 'add-payment-to'; group: FoundBatchGroup }
  | { kind: 'transaction'; profileId: string; transactionId: string }
  | { kind: 'look-for-transaction'; transactionId: string }
  | { kind: 'card-deed'; deed: CardDeed; card: IndexedCard }
  | { kind: 'own-deed'; deed: OwnDeed }
  | { kind: 'place'; item: NavItem }
);
export interface Group {
  head: string;
  entries: Entry[];
}

interface Known {
  text: string;
  typed: Typed;
  found: Found | undefined;
  /** The card that is marked or was marked last; the first one found otherwise. */
  subject: IndexedCard | undefined;
  consolePermissions: readonly ConsolePermission[];
  places: NavItem[];
  /** The page is a batch group’s that takes rows. */
  isOnOpenGroup?: boolean;
}

/** Things, then acts, then places; what the person may not do is not there. */
export function groupEntries({
  text,
  typed,
  found,
  subject,
  consolePermissions,
  places,
  isOnOpenGroup = false,
}: Known): Group[] {
  const isNothingTyped = text.trim() === '';
  const cards = typed.query === '' ? [] : (found?.cards ?? []);
  const profiles = typed.query === '' ? [] : (found?.profiles ?? []);
  const batchGroups = typed.query === '' ? [] : (found?.batchGroups ?? []);
  const groups: Group[] = [
    {
      head: 'Cards',
      entries: [
        ...cards.map((card) => ({ id: `card-${card.token}`, kind: 'card' as const, card })),
        ...(found?.hasMore && cards.length > 0
          ? [{ id: 'all-cards', kind: 'all-cards' as const, query: typed.query }]
          : []),
      ],
    },
    {
      head: 'Profiles',
      entries: profiles.map((profile) => ({
        id: `profile-${profile.profileId}`,
        kind: 'profile',
        profile,
      })),
    },
    {
      head: 'Batch groups',
      entries: batchGroups.map((group) => ({ id: `batch-group-${group.id}`, kind: 'batch-group', group })),
    },
    { head: 'Transactions', entries: transactionEntries(typed) },
    {
      head: 'Do',
      entries: [
        ...(subject && cards.length > 0 ? cardDeeds(subject, typed, consolePermissions) : []),
        ...groupDeeds(batchGroups, consolePermissions),
        ...ownDeeds(consolePermissions, isOnOpenGroup)
          .filter((deed) => isNothingTyped || matches(ownDeedWords[deed], text))
          .map((deed) => ({ id: deed, kind: 'own-deed' as const, deed })),
      ],
    },
    {
      head: 'Go to',
      entries: places
        .filter(({ label }) => isNothingTyped || matches(label, text))
        .map((item) => ({ id: `place-${item.href}`, kind: 'place', item })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function transactionEntries({ transaction, transactionId }: Typed): Entry[] {
  if (transaction) return [{ id: 'transaction', kind: 'transaction', ...transaction }];
  return transactionId === undefined
    ? []
    : [{ id: 'look-for-transaction', kind: 'look-for-transaction', transactionId }];
}

function cardDeeds(
  card: IndexedCard,
  { verb }: Typed,
  consolePermissions: readonly ConsolePermission[],
): Entry[] {
  const { offered } = actsOn(card.status.value, consolePermissions, card.hold, card.ownBranch);
  const mayHold = consolePermissions.includes('cards.hold') && card.hold?.isYours !== true;
  const mayRead = consolePermissions.includes('transactions.read');
  const deeds: CardDeed[] = [
    ...offered.filter((act) => act !== 'block'),
    ...(mayHold && canBeHeld(card.status.value) ? (['hold'] as const) : []),
    ...(mayRead ? (['declines', 'transactions'] as const) : []),
    // What nobody can undo stands last.
    ...offered.filter((act) => act === 'block'),
  ];
  return deeds
    .filter((deed) => verb === undefined || deed === verb)
    .map((deed) => ({ id: deed, kind: 'card-deed', deed, card }));
}

/** A payment is added to the first of those found that takes one. */
function groupDeeds(
  groups: readonly FoundBatchGroup[],
  consolePermissions: readonly ConsolePermission[],
): Entry[] {
  const group = consolePermissions.includes('batch-groups.write') ? groups.find(doesTakeRows) : undefined;
  return group ? [{ id: 'add-payment-to', kind: 'add-payment-to', group }] : [];
}

/** By which words each is found. */
const ownDeedWords: Record<OwnDeed, string> = {
  'new-batch-group': 'new batch group payments pay',
  'add-payment': 'add a payment row',
  'export-cards': 'export cards csv download',
  theme: 'theme dark light colours',
  'single-keys': 'single keys switch off on shortcuts',
  keys: 'all keys shortcuts help',
  'sign-out': 'sign out log out',
};
const ownDeeds = (consolePermissions: readonly ConsolePermission[], isOnOpenGroup: boolean): OwnDeed[] => [
  ...(isOnOpenGroup && consolePermissions.includes('batch-groups.write') ? (['add-payment'] as const) : []),
  ...(consolePermissions.includes('batch-groups.write') ? (['new-batch-group'] as const) : []),
  ...(consolePermissions.includes('cards.export') ? (['export-cards'] as const) : []),
  'theme',
  'single-keys',
  'keys',
  'sign-out',
];

/** Each typed word begins one of the words. */
function matches(words: string, text: string): boolean {
  const known = words.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => known.some((one) => one.startsWith(word)));
}

/** The entry before or after `id`, round and round; from nowhere the first or the last. */
export function stepFrom(groups: readonly Group[], id: string | undefined, by: 1 | -1): Entry | undefined {
  const all = groups.flatMap(({ entries }) => entries);
  const here = all.findIndex((entry) => entry.id === id);
  if (here < 0) return all.at(by === 1 ? 0 : -1);
  return all[(here + by + all.length) % all.length];
}
