import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../contracts/views.ts';
import {
  findCurrentView,
  findOpeningView,
  hrefWithView,
  isChangedView,
  type ListAddress,
  viewIdOf,
} from './view-address.ts';

const id = (last: number) => `0f0e0d0c-0b0a-4908-8706-05040302010${last}`;
const view = (last: number, query: string): SavedView => ({
  id: id(last),
  list: 'cards',
  name: `View ${last}`,
  query,
  isShared: false,
  isTeamDefault: false,
  isOwn: true,
  ownerName: 'Leah Brandt',
  ownerHasLeft: false,
  openedByOthers: 0,
  version: 1,
});
const at = (query: string, viewId?: string): ListAddress => ({
  query,
  viewId,
  hrefFor: (text, ofView) => hrefWithView('/list', text.replace('&old=1', ''), ofView),
});

describe('the view in an address', () => {
  it('is an id or nothing', () => {
    expect(viewIdOf(new URLSearchParams(`view=${id(1)}`))).toBe(id(1));
    for (const text of ['', 'view=all', `view=${id(1)}x`, 'view=../x'])
      expect(viewIdOf(new URLSearchParams(text)), text).toBeUndefined();
  });
  it.each([
    ['', undefined, '/list?view=all'],
    ['a=1', undefined, '/list?a=1'],
    ['', id(1), `/list?view=${id(1)}`],
    ['a=1', id(1), `/list?a=1&view=${id(1)}`],
  ])('%j with %s is never empty', (query, viewId, href) => {
    expect(hrefWithView('/list', query, viewId)).toBe(href);
  });
});

describe('findOpeningView', () => {
  const views = { items: [view(1, 'a=1')], defaultViewId: id(1), asOf: '2026-11-19T09:00:00Z' };
  it('is the default, only where the address says nothing', () => {
    expect(findOpeningView(new URLSearchParams(), views)?.id).toBe(id(1));
    expect(findOpeningView(new URLSearchParams('view=all'), views)).toBeUndefined();
    expect(findOpeningView(new URLSearchParams('a=2'), views)).toBeUndefined();
    expect(findOpeningView(new URLSearchParams(), { ...views, defaultViewId: null })).toBeUndefined();
    expect(findOpeningView(new URLSearchParams(), undefined)).toBeUndefined();
  });
});

describe('findCurrentView', () => {
  const views = [view(1, 'a=1'), view(2, 'a=1'), view(3, 'b=1&old=1'), view(4, '')];
  it('is the one the address names, whatever was changed since', () => {
    const address = at('a=1&c=1', id(2));
    const current = findCurrentView(views, address);
    expect(current?.id).toBe(id(2));
    expect(current && isChangedView(current, address)).toBe(true);
    expect(isChangedView(view(3, 'b=1&old=1'), at('b=1', id(3)))).toBe(false);
  });
  it('is else one that shows the same; everything is nobody’s view', () => {
    expect(findCurrentView(views, at('b=1'))?.id).toBe(id(3));
    expect(findCurrentView(views, at('b=1', id(9)))?.id).toBe(id(3));
    expect(findCurrentView(views, at('c=1'))).toBeUndefined();
    expect(findCurrentView(views, at(''))).toBeUndefined();
  });
});
