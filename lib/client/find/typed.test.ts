import { describe, expect, it } from 'vitest';
import { isWhole, parseTyped, profileOfPage } from './typed.ts';

const token = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9008';

describe('parseTyped', () => {
  it.each([
    ['  4417 ', { query: '4417' }],
    ['Okafor 4471', { query: 'Okafor 4471' }],
    ['+44 7700 900123', { query: '+44 7700 900123' }],
    ['07700900123', { query: '07700900123' }],
    ['52034411', { query: '52034411', transactionId: '52034411' }],
    ['30000101/52034411', { query: '', transaction: { profileId: '30000101', transactionId: '52034411' } }],
    [
      'https://console.example/transactions/30000101/52034411?x=1',
      { query: '', transaction: { profileId: '30000101', transactionId: '52034411' } },
    ],
    [`http://localhost:3000/cards/30000101/${token.toUpperCase()}#card-status`, { query: token }],
    ['Freeze 4417', { query: '4417', verb: 'freeze' }],
    ['freeze', { query: 'freeze' }],
    ['declines of 4417', { query: '4417', verb: 'declines' }],
    ['', { query: '' }],
  ])('%j', (text, typed) => expect(parseTyped(text)).toEqual(typed));

  it('takes no more than the index does', () => expect(parseTyped('x'.repeat(300)).query).toHaveLength(200));
});

describe('isWhole', () => {
  it.each([
    ['4417', true],
    ['Okafor 4417', true],
    ['441', false],
    ['44171', false],
    ['Okafor', false],
  ])('%j: %j', (query, is) => expect(isWhole(query)).toBe(is));
});

describe('profileOfPage', () => {
  it.each([
    [`/cards/30000101/${token}`, '', '30000101'],
    ['/transactions/30000102/7', '', '30000102'],
    ['/activities', '?profileId=30000103', '30000103'],
    ['/cards', '?profileId=1&profileId=2', undefined],
    ['/cards', '?profileId=x', undefined],
    ['/cards', '', undefined],
  ])('%s%s: %s', (pathname, search, profile) => expect(profileOfPage(pathname, search)).toBe(profile));
});
