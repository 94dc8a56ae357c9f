import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../core/random.ts';
import {
  complete,
  drawVersion,
  isPayableGroup,
  mayCancel,
  mayComplete,
  moveGroup,
  newBatchGroup,
  nextStatusOfGroup,
  payGroup,
  whyClosed,
  withTransfer,
} from './batch-group-steps.ts';

const atMs = Date.UTC(2026, 10, 21);
const fresh = newBatchGroup({
  id: 'group',
  name: 'November',
  profileId: 1,
  userId: 2,
  shortId: 3,
  sourceCurrency: 'GBP',
  atMs,
});
const change = { version: '-5', atMs: atMs + 1 };
const filled = withTransfer(fresh, 7, change);
const closed = complete(filled, change);
const paid = payGroup(closed, { by: 'BALANCE', amount: 100, atMs });

describe('batch group steps', () => {
  it('a new one has version 0 and nothing in it', () => {
    expect(fresh).toMatchObject({ version: '0', status: 'NEW', transferIds: [], paid: null });
  });

  it('versions are int64 of either sign, mostly beyond 2^53', () => {
    const random = new Random('versions');
    const versions = Array.from({ length: 400 }, () => BigInt(drawVersion(random)));
    expect(versions.every((version) => version >= -(2n ** 63n) && version < 2n ** 63n)).toBe(true);
    const share = (is: (version: bigint) => boolean) => versions.filter(is).length / versions.length;
    expect(share((version) => version < 0n)).toBeGreaterThan(0.3);
    expect(share((version) => version > 0n)).toBeGreaterThan(0.3);
    expect(share((version) => version > 2n ** 53n || version < -(2n ** 53n))).toBeGreaterThan(0.9);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('takes transfers while it is new, a thousand at most', () => {
    expect(filled).toMatchObject({ transferIds: [7], version: '-5', modifiedAtMs: atMs + 1 });
    expect(fresh.transferIds).toEqual([]);
    expect([whyClosed(fresh), whyClosed(closed)]).toEqual([null, 'state']);
    const ofSize = (size: number) => whyClosed({ ...fresh, transferIds: Array<number>(size).fill(1) });
    expect([ofSize(999), ofSize(1000)]).toEqual([null, 'size']);
  });

  it('is completed once, and not without transfers', () => {
    expect([mayComplete(fresh), mayComplete(filled), mayComplete(closed)]).toEqual([false, true, false]);
    expect(closed.status).toBe('COMPLETED');
  });

  it('can be paid while it is completed and not paid', () => {
    expect([fresh, filled, closed, paid].map(isPayableGroup)).toEqual([false, false, true, false]);
    expect(paid.version).toBe(closed.version);
  });

  it('can be cancelled until it is paid or being cancelled', () => {
    const marked = moveGroup(closed, 'MARKED_FOR_CANCELLATION', change, 1000);
    expect([fresh, closed, paid, marked].map(mayCancel)).toEqual([true, true, false, false]);
  });

  it('is cancelled in three steps, each with its time', () => {
    const versions = ['1', '2', '3'];
    let group = moveGroup(closed, 'MARKED_FOR_CANCELLATION', change, 1000);
    const seen = [group.status];
    for (let next = nextStatusOfGroup(group); next !== null; next = nextStatusOfGroup(group)) {
      expect(group.nextStepAtMs).toBe(change.atMs + 1000);
      group = moveGroup(group, next, { ...change, version: versions.shift() ?? '' }, 1000);
      seen.push(group.status);
    }
    expect(seen).toEqual(['MARKED_FOR_CANCELLATION', 'PROCESSING_CANCEL', 'CANCELLED']);
    expect([group.nextStepAtMs, group.version]).toEqual([null, '2']);
  });

  it('keeps every transfer in the order they were added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1 })), (ids) => {
        const group = ids.reduce((row, id) => withTransfer(row, id, change), fresh);
        expect(group.transferIds).toEqual(ids);
      }),
    );
  });
});
