import { describe, expect, it } from 'vitest';
import { permissionsOf, type Role } from '@/lib/catalogues/console-permissions';
import type { Session } from '@/lib/contracts/session';
import { listKeys } from './key-lists';

const sessionOf = (role: Role): Session => ({
  person: { id: '', name: '', email: '', flags: [] },
  role,
  consolePermissions: permissionsOf({ role, flags: [] }),
  branches: [],
  environment: 'emulator',
  mustSetPassword: false,
  expiresAt: '2026-01-01T00:00:00Z',
  confirmedUntil: null,
});
const keysOf = (role: Role, pathname: string, head: string) =>
  listKeys(sessionOf(role), pathname, 'Ctrl K')
    .find((list) => list.head === head)
    ?.rows.map(({ keys }) => keys.join(' '));
const card = '/cards/30000001/6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001';

describe('listKeys', () => {
  it('names the places this person may open', () => {
    expect(keysOf('operator', '/overview', 'Everywhere')).toEqual([
      'Ctrl K',
      '/',
      '[',
      'Esc',
      '?',
      'G O',
      'G C',
      'G T',
      'G D',
      'G B',
      'G A',
    ]);
  });

  it.each<[Role, string, string[]]>([
    ['operator', '/cards', ['J K', 'Enter', 'X', 'Shift X', 'E', 'V']],
    ['branch_manager', '/cards', ['J K', 'Enter', 'X', 'Shift X', 'V']],
    ['auditor', '/cards', ['J K', 'Enter', 'E', 'V']],
    ['operator', card, ['F', 'H', 'P', 'T', 'C', 'Esc']],
    ['auditor', card, ['P', 'T', 'C', 'Esc']],
    ['auditor', `${card}/transactions`, ['J K', 'Enter', 'E', 'V', 'Esc']],
    ['admin', `${card}/transactions`, ['J K', 'Enter', 'V', 'Esc']],
    ['operator', '/transactions', ['J K', 'Enter', 'E', 'V', 'Esc']],
    ['admin', '/transactions', ['J K', 'Enter', 'V', 'Esc']],
    ['admin', '/transactions/30000001/7', ['C', 'Esc']],
    ['branch_manager', '/kiosks', ['1–9', 'S', 'I']],
    ['auditor', '/kiosks', ['1–9', 'I']],
    ['branch_manager', '/kiosks/jobs', ['E']],
    ['branch_manager', '/kiosks/jobs/1b5d', ['I']],
    ['branch_manager', '/kiosks/errors', ['I']],
    ['auditor', '/audit', ['J K', 'E', 'V']],
    ['operator', '/batch-groups', ['J K', 'Enter', 'N', 'V']],
    ['auditor', '/batch-groups', ['J K', 'Enter', 'V']],
    ['auditor', '/batch-groups/30000001/1b5d', ['J K', 'N', '← → ↑ ↓', 'Esc', 'V']],
    ['operator', '/transactions/exports', ['J K', 'Enter', 'V']],
    ['compliance', '/declines/new-codes', ['J K', 'C']],
    ['compliance', '/declines/legal-holds', ['J K', 'Enter']],
  ])('puts those of the page first: %s on %s', (role, pathname, keys) => {
    expect(keysOf(role, pathname, 'On this page')).toEqual(keys);
    expect(listKeys(sessionOf(role), pathname, 'Ctrl K')[1]?.head).toBe('On this page');
  });

  it('leaves out pages the person never sees', () => {
    expect(keysOf('operator', '/overview', 'In the audit trail')).toBeUndefined();
    expect(keysOf('operator', '/overview', 'On this page')).toBeUndefined();
  });
});
