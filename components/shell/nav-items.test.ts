import { expect, test } from 'vitest';
import { currentOf, navItemsFor } from './nav-items';

const person = { id: '1', name: 'Grace Oduya', email: 'g@example.com', flags: [] };
const items = navItemsFor({ person, role: 'branch_manager' });

test.each([
  ['/kiosks', 'Kiosks'],
  ['/kiosks/WIS00001', 'Kiosks'],
  ['/kiosks/plastic', 'Plastic'],
  ['/kiosks-elsewhere', undefined],
])('%s is within %s', (pathname, label) => {
  expect(currentOf(items, pathname)?.label).toBe(label);
});

test('a place without an item of its own is within the one it is reached from', () => {
  const desk = navItemsFor({ person, role: 'compliance' });
  expect(currentOf(desk, '/declines/new-codes')?.label).toBe('Decline reasons');
  expect(currentOf(desk, '/declines/legal-holds')?.label).toBe('Cases');
});
