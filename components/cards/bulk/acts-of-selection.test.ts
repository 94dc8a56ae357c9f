import { describe, expect, it } from 'vitest';
import type { IndexedCard } from '@/lib/contracts/cards';
import { cardsFor, tellWhatCan } from './acts-of-selection';

const card = (value: string, isHeld = false) =>
  ({
    token: crypto.randomUUID(),
    status: { value },
    hold: isHeld ? { isYours: false } : null,
  }) as IndexedCard;
const cards = [card('ACTIVE'), card('ACTIVE'), card('FROZEN'), card('BLOCKED'), card('FROZEN', true)];

describe('an act on many cards', () => {
  it('is for those whose status allows it, and says why not for the rest', () => {
    const able = cardsFor('freeze', cards, ['cards.freeze', 'cards.unfreeze']);
    expect(able).toEqual(cards.slice(0, 2));
    expect(tellWhatCan('freeze', cards, able)).toBe(
      '2 can be frozen: 1 is frozen, 1 is blocked, 1 is held until reviewed',
    );
  });
  it('does not unfreeze what is held', () => {
    expect(cardsFor('unfreeze', cards, ['cards.freeze', 'cards.unfreeze'])).toEqual([cards[2]]);
  });
  it('is for none without the right', () => {
    expect(cardsFor('unfreeze', cards, ['cards.freeze'])).toEqual([]);
    expect(tellWhatCan('unfreeze', [], [])).toBe('None can be unfrozen');
  });
});
