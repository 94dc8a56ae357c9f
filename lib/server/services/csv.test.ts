import { expect, it } from 'vitest';
import { csvResponse } from './csv.ts';

const columns = [{ header: 'Shop', value: ({ shop }: { shop: string }) => shop }];

it('is whole where its rows are, and runs no formula', async () => {
  async function* rows() {
    yield { shop: '=1+1' };
    yield { shop: 'Café, Orée' };
  }
  const text = await csvResponse('shops.csv', columns, rows(), 'UTC').text();
  expect(text).toBe('Shop\n\'=1+1\n"Café, Orée"\n');
});

it('breaks off where its rows do, so that nobody takes a part for the whole', async () => {
  async function* rows() {
    for (let row = 0; row < 5000; row++) yield { shop: 'Ondina Books' };
    throw new Error('the store is away');
  }
  const { body } = csvResponse('shops.csv', columns, rows(), 'UTC');
  const reader = body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  const readOn = async () => {
    while (!(await reader?.read())?.done);
    return 'it ended as if it were whole';
  };
  await expect(readOn()).rejects.toThrow('the store is away');
});
