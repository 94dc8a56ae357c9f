import { describe, expect, it } from 'vitest';
import { navItemsFor } from '@/components/shell/nav-items';
import { type PersonFlag, permissionsOf, type Role } from '@/lib/catalogues/console-permissions';
import { parseTyped } from '@/lib/client/find/typed';
import type { IndexedCard } from '@/lib/contracts/cards';
import type { Found } from '@/lib/contracts/find';
import { groupEntries, stepFrom } from './entries';

const flags: PersonFlag[] = [];
const cardOf = (
  lastFourDigits: string,
  status = 'ACTIVE',
  hold: IndexedCard['hold'] = null,
): IndexedCard => ({
  token: `token-${lastFourDigits}`,
  profileId: '30000001',
  profileType: 'BUSINESS',
  profileName: 'Kestrel & Finch',
  status: { value: status },
  cardHolderName: 'Amara Okafor',
  expiryDate: null,
  lastFourDigits,
  bankIdentificationNumber: null,
  phoneNumber: null,
  cardProgram: { name: 'X', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'UNLOCKED',
  creationTime: '2026-01-01T00:00:00Z',
  modificationTime: '2026-01-01T00:00:00Z',
  hold,
  asOf: '2026-01-01T00:00:00Z',
});
const foundOf = (...cards: IndexedCard[]): Found => ({
  cards,
  hasMore: false,
  profiles: [],
  batchGroups: [],
  asOf: '2026-01-01T00:00:00Z',
});
function idsOf(text: string, role: Role, found?: Found, subject = found?.cards[0]) {
  const person = { id: '', name: '', email: '', flags };
  const groups = groupEntries({
    text,
    typed: parseTyped(text),
    found,
    subject,
    consolePermissions: permissionsOf({ role, flags }),
    places: navItemsFor({ person, role }),
  });
  return Object.fromEntries(groups.map(({ head, entries }) => [head, entries.map(({ id }) => id)]));
}

describe('groupEntries', () => {
  it('lists acts and places before anything is typed', () => {
    expect(idsOf('', 'operator')).toEqual({
      Do: ['new-batch-group', 'export-cards', 'theme', 'single-keys', 'keys', 'sign-out'],
      'Go to': [
        'place-/overview',
        'place-/cards',
        'place-/transactions',
        'place-/declines/reasons',
        'place-/declines/numbers',
        'place-/batch-groups',
        'place-/balances',
        'place-/card-orders',
        'place-/activities',
        'place-/approvals',
      ],
    });
  });

  it('lists things, then the acts on the card, what nobody can undo last', () => {
    expect(idsOf('4417', 'operator', foundOf(cardOf('4417'), cardOf('4418')))).toEqual({
      Cards: ['card-token-4417', 'card-token-4418'],
      Do: ['freeze', 'hold', 'declines', 'transactions', 'block'],
    });
  });

  it('lists batch groups, and adds a payment to the first one that takes rows', () => {
    const group = (id: string, status: 'CLOSED' | 'OPEN') => ({
      id,
      profileId: '30000001',
      profileName: 'Kestrel & Finch',
      name: `Suppliers ${id}`,
      status,
      origin: 'console' as const,
      rows: { heldBack: 0, waiting: 0, sending: 0, askingWise: 0, inGroup: 1, refused: 0, leftOut: 0 },
    });
    const found = { ...foundOf(), batchGroups: [group('a', 'CLOSED'), group('b', 'OPEN')] };
    expect(idsOf('supp', 'operator', found)).toEqual({
      'Batch groups': ['batch-group-a', 'batch-group-b'],
      Do: ['add-payment-to'],
    });
    expect(idsOf('supp', 'auditor', found).Do).toBeUndefined();
    expect(idsOf('supp', 'operator', { ...found, batchGroups: [group('a', 'CLOSED')] }).Do).toBeUndefined();
  });

  it.each<[Role, string[]]>([
    ['auditor', ['declines', 'transactions']],
    ['admin', ['declines', 'transactions']],
    ['branch_manager', ['freeze', 'declines', 'transactions']],
    ['compliance', ['freeze', 'hold', 'declines', 'transactions', 'block']],
  ])('offers %s only what the role includes', (role, deeds) => {
    expect(idsOf('4417', role, foundOf(cardOf('4417'))).Do).toEqual(deeds);
  });

  it('offers no unfreezing of a held card, and no second hold to who holds it', () => {
    const held = cardOf('4417', 'FROZEN', { isYours: true, reviewOn: '2026-12-01' });
    expect(idsOf('4417', 'operator', foundOf(held)).Do).toEqual(['declines', 'transactions', 'block']);
  });

  it('keeps to the act that was typed with the card', () => {
    expect(idsOf('freeze 4417', 'operator', foundOf(cardOf('4417'))).Do).toEqual(['freeze']);
    expect(idsOf('unfreeze 4417', 'operator', foundOf(cardOf('4417'))).Do).toBeUndefined();
  });

  it('looks for a bare id only when asked, and opens one with its profile', () => {
    expect(idsOf('52034411', 'operator', foundOf())).toEqual({ Transactions: ['look-for-transaction'] });
    expect(idsOf('30000101/52034411', 'operator')).toEqual({ Transactions: ['transaction'] });
  });

  it('finds acts and places by the beginnings of their words', () => {
    expect(idsOf('dark', 'auditor', foundOf())).toEqual({ Do: ['theme'] });
    expect(idsOf('aud', 'auditor', foundOf())).toEqual({ 'Go to': ['place-/audit'] });
    expect(idsOf('exp', 'admin', foundOf())).toEqual({});
  });

  it('shows none of what earlier words found once nothing is asked for', () => {
    expect(idsOf('', 'auditor', foundOf(cardOf('4417'))).Cards).toBeUndefined();
  });
});

describe('stepFrom', () => {
  const groups = [
    { head: 'Do', entries: [{ id: 'a', kind: 'own-deed' as const, deed: 'keys' as const }] },
    { head: 'Go to', entries: [{ id: 'b', kind: 'own-deed' as const, deed: 'theme' as const }] },
  ];
  it.each([
    [undefined, 1, 'a'],
    [undefined, -1, 'b'],
    ['a', 1, 'b'],
    ['b', 1, 'a'],
    ['a', -1, 'b'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %d to %s', (id, by, to) => expect(stepFrom(groups, id, by)?.id).toBe(to));
  it('goes nowhere where nothing is', () => expect(stepFrom([], undefined, 1)).toBeUndefined());
});
