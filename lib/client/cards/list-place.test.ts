import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { cardKeys } from './keys.ts';
import { findListPlace } from './list-place.ts';

const page = (...tokens: string[]) => ({ total: 187, items: tokens.map((token) => ({ token })) });
const listOf = (...pages: ReturnType<typeof page>[]) => ({ pages, pageParams: pages.map(() => null) });

describe('findListPlace', () => {
  it('counts through the pages and keeps the filters', () => {
    const client = new QueryClient();
    const filters = { sort: '-changed', status: ['FROZEN', 'BLOCKED'], query: 'ama' } as const;
    const key = cardKeys.list({ ...filters, status: [...filters.status] });
    client.setQueryData(key, listOf(page('a', 'b'), page('c', 'd')));
    expect(findListPlace(client, 'c')).toEqual({
      href: '/cards?status=FROZEN&status=BLOCKED&query=ama',
      position: 3,
      total: 187,
    });
  });
  it('takes the list read last', () => {
    const client = new QueryClient();
    client.setQueryData(cardKeys.list({ sort: 'holder' }), listOf(page('a')), { updatedAt: 2 });
    client.setQueryData(cardKeys.list({ sort: '-changed' }), listOf(page('b', 'a')), { updatedAt: 1 });
    expect(findListPlace(client, 'a')?.href).toBe('/cards?sort=holder');
  });
  it('knows nothing of a card that no list shows', () => {
    const client = new QueryClient();
    expect(findListPlace(client, 'a')).toBeUndefined();
    client.setQueryData(cardKeys.list({ sort: '-changed' }), listOf(page('b')));
    expect(findListPlace(client, 'a')).toBeUndefined();
  });
});
