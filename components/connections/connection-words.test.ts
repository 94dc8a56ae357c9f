import { describe, expect, it } from 'vitest';
import { ownerOf, wordsOfFault, wordsOfProfiles, wordsOfReach } from './connection-words';

const profiles = (total: number, cards: number, ...names: string[]) => ({
  total,
  cards,
  names,
  deactivated: 0,
});

describe('words of a connection', () => {
  it('name the first profiles and count the others', () => {
    expect(wordsOfProfiles(profiles(0, 0))).toBe('none');
    expect(wordsOfProfiles(profiles(1, 3, 'Amara Okafor'))).toBe('Amara Okafor');
    expect(wordsOfProfiles(profiles(6, 9, 'A', 'B', 'C'))).toBe('A, B, C and 3 more');
  });
  it('say what a disconnection reaches', () => {
    expect(wordsOfReach(profiles(1, 3))).toBe('3 cards of this profile');
    expect(wordsOfReach(profiles(3, 1))).toBe('1 card of these 3 profiles');
  });
  it('show what has no name or words yet as it is', () => {
    expect(ownerOf({ owner: null, id: '7' })).toBe('Wise user 7');
    expect(wordsOfFault('refresh_refused')).toBe('Wise refused to renew it');
    expect(wordsOfFault('new_fault')).toBe('new_fault');
  });
});
