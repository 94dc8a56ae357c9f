import { describe, expect, it } from 'vitest';
import { WritesTogether } from './writes-together.ts';

/** A store of texts that refuses `bad`, and is away while `isAway`. */
function openTexts() {
  const written: string[][] = [];
  const store = { written, isAway: false };
  const writes = new WritesTogether(async (together: readonly string[]) => {
    await Promise.resolve();
    if (store.isAway) throw Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' });
    if (together.includes('bad')) throw new Error('refused');
    written.push([...together]);
    return (place) => `${together[place]} in write ${written.length}`;
  });
  return { store, writes };
}

describe('WritesTogether', () => {
  it('writes what comes alone at once, what comes meanwhile together, and tells each its own', async () => {
    const { store, writes } = openTexts();
    const told = await Promise.all(['a', 'b', 'c'].map((one) => writes.add(one)));
    expect(store.written).toEqual([['a'], ['b', 'c']]);
    expect(told).toEqual(['a in write 1', 'b in write 2', 'c in write 2']);
    expect(await writes.add('d')).toBe('d in write 3');
  });

  it('puts at most fifty in one write', async () => {
    const { store, writes } = openTexts();
    await Promise.all(Array.from({ length: 120 }, (_, index) => writes.add(String(index))));
    expect(store.written.map(({ length }) => length)).toEqual([1, 50, 50, 19]);
    expect(store.written.flat()).toEqual(Array.from({ length: 120 }, (_, index) => String(index)));
  });

  it('refuses only the one that is refused', async () => {
    const { store, writes } = openTexts();
    const told = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((one) => writes.add(one)));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(store.written).toEqual([['a'], ['b'], ['c']]);
  });

  it('tries nothing again while the store is away, and goes on once it is back', async () => {
    const { store, writes } = openTexts();
    store.isAway = true;
    const told = await Promise.allSettled(['a', 'b', 'c'].map((one) => writes.add(one)));
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    store.isAway = false;
    await writes.add('d');
    expect(store.written).toEqual([['d']]);
  });
});
