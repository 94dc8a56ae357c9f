import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from './random.mjs';
import { createWire, isTransfer } from './wire.mjs';

describe('the wire', () => {
  let applied: string[];
  /** So many answers to come are cut. */
  let cuts: number;
  let wire: Awaited<ReturnType<typeof createWire>>;
  let stop: () => Promise<unknown>;

  beforeEach(async () => {
    applied = [];
    cuts = 0;
    const server = createServer((request, reply) => {
      applied.push(request.url ?? '');
      if (cuts-- > 0) return reply.destroy();
      reply.end('done');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    wire = await createWire(`http://127.0.0.1:${address.port}`);
    stop = async () => {
      await wire.close();
      await new Promise((resolve) => server.close(resolve));
    };
  });
  afterEach(() => stop());

  const post = async () => {
    const reply = await fetch(`${wire.url}/v3/transfers`, { method: 'POST', body: '{}' });
    return reply.text();
  };

  it('hands calls on and counts those that are asked about', async () => {
    expect(await post()).toBe('done');
    await fetch(`${wire.url}/v1/profiles`);
    expect(applied).toEqual(['/v3/transfers', '/v1/profiles']);
    expect(wire.count(isTransfer)).toBe(1);
  });

  it.each([
    ['before', 0, true],
    ['lost', 0, false],
    ['applied', 1, true],
    ['answered', 1, true],
  ] as const)('%s: what happens finds %d calls done', async (moment, doneThen, isDoneAtLast) => {
    let then = -1;
    const act = async () => {
      then = applied.length;
    };
    const reached = wire.reach({ match: isTransfer, moment, act });
    const isCut = moment === 'lost' || moment === 'applied';
    if (isCut) await expect(post()).rejects.toThrow();
    else expect(await post()).toBe('done');
    await reached;
    expect(then).toBe(doneThen);
    expect(applied).toHaveLength(isDoneAtLast ? 1 : 0);
  });

  it('a call that Wise cuts leaves its moment to the next one', async () => {
    cuts = 1;
    const reached = wire.reach({ match: isTransfer, moment: 'answered', act: async () => {} });
    await expect(post()).rejects.toThrow();
    expect(await post()).toBe('done');
    await reached;
    expect(applied).toHaveLength(2);
  });

  it('waits for the call that was asked for', async () => {
    let seen = 0;
    const act = async () => {
      seen = applied.length;
    };
    const reached = wire.reach({ match: isTransfer, nth: 3, moment: 'answered', act });
    for (let call = 0; call < 4; call++) await post();
    await reached;
    expect(seen).toBe(3);
  });
});

describe('createRandom', () => {
  it('draws the same from the same seed, within its bounds', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => createRandom(seed).rising(50, 3, 9));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect([...(one ?? [])].sort((a, b) => a - b)).toEqual(one);
    expect(one?.every((number) => number >= 3 && number <= 9)).toBe(true);
  });
});
