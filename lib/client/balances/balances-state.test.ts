import { expect, it } from 'vitest';
import type { Balance } from '../../contracts/batch-funding.ts';
import type { Profile } from '../../contracts/profiles.ts';
import {
  balancesOf,
  findBalances,
  hrefForBalances,
  nameOfType,
  parseBalancesState,
  profilesToRead,
  readTypedAmount,
} from './balances-state.ts';

const balance = (part: Partial<Balance>): Balance => ({
  id: '1',
  currency: 'GBP',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  available: '1240.5',
  reserved: null,
  isOperable: true,
  ...part,
});
const profile = (id: string, part: Partial<Profile> = {}): Profile => ({
  id,
  type: 'BUSINESS',
  name: `Company ${id}`,
  state: 'VISIBLE',
  cards: 0,
  cardsReadAt: null,
  connected: true,
  ...part,
});
const parse = (text: string) => parseBalancesState(new URLSearchParams(text));

it('the address is read and written without loss', () => {
  const href = '/balances?query=gbp&profileId=30000001&profileId=30000002';
  expect(hrefForBalances(parse(href.split('?')[1] ?? ''))).toBe(href);
  expect(parse('profileId=../x').profileId).toEqual([]);
});

it('where nobody chose, businesses that can be asked are read', () => {
  const all = [profile('1'), profile('2', { type: 'PERSONAL' }), profile('3', { connected: false })];
  expect(profilesToRead(parse(''), all)).toEqual(['1']);
  expect(profilesToRead(parse('profileId=2'), all)).toEqual(['2']);
  expect(
    profilesToRead(
      parse(''),
      Array.from({ length: 30 }, (_, at) => profile(String(at))),
    ),
  ).toHaveLength(10);
});

it('a balance is found by profile, currency, jar and the start of its amount', () => {
  const all = balancesOf('30000001', 'Northwind', {
    canTopUp: false,
    items: [balance({}), balance({ id: '2', currency: 'EUR', type: 'SAVINGS', name: 'Tax', available: '7' })],
  });
  const found = (query: string) => findBalances(all, query).map(({ balance: { id } }) => id);
  expect(found('')).toEqual(['1', '2']);
  expect(found('north gbp')).toEqual(['1']);
  expect(found('jar tax')).toEqual(['2']);
  expect(found('1,240')).toEqual(['1']);
  expect(found('nobody')).toEqual([]);
});

it('a jar bears its name, and a kind nobody knows its own', () => {
  expect(nameOfType({ type: 'SAVINGS', name: 'Tax' })).toBe('Jar “Tax”');
  expect(nameOfType({ type: 'STANDARD', name: null })).toBe('Balance');
  expect(nameOfType({ type: 'VAULT', name: null })).toBe('VAULT');
});

it('a typed amount is taken as digits, and nothing else is', () => {
  expect(readTypedAmount(' 1,240.50 ')).toBe('1240.50');
  for (const wrong of ['', '0', '0.00', '-5', '1.240,50', '12e3', 'ten'])
    expect(readTypedAmount(wrong)).toBeUndefined();
});
