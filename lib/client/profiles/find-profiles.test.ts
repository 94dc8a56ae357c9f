import { expect, it } from 'vitest';
import type { Profile } from '../../contracts/profiles.ts';
import { findProfiles } from './find-profiles.ts';

const profile = (id: string, name: string, more: Partial<Profile> = {}): Profile => ({
  id,
  name,
  type: 'PERSONAL',
  state: 'ACTIVE',
  cards: 1,
  cardsReadAt: null,
  connected: true,
  ...more,
});
const profiles = [
  profile('11', 'Zoe Ahn'),
  profile('12', 'Adam Roe', { connected: false }),
  profile('13', 'Ben Falk', { state: 'DEACTIVATED' }),
  profile('20', 'Quay Ltd', { type: 'BUSINESS' }),
];
const idsOf = (...asked: [offered: 'connected' | 'known', text?: string, chosen?: string]) => {
  const [offered, text = '', chosen = ''] = asked;
  return findProfiles(profiles, offered, text, chosen).map(({ id }) => id);
};

it('offers businesses first, and those alone that can be acted for where something is to be done', () => {
  expect(idsOf('connected')).toEqual(['20', '11']);
  expect(idsOf('known')).toEqual(['20', '12', '13', '11']);
});

it('finds by name and by the beginning of the number, and keeps what is chosen in sight', () => {
  expect(idsOf('known', ' adam ')).toEqual(['12']);
  expect(idsOf('known', '1')).toEqual(['12', '13', '11']);
  expect(idsOf('connected', 'quay', '11')).toEqual(['20', '11']);
});
