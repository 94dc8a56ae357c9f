import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KioskBoard } from '../../../contracts/kiosk-board.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { readKioskBoard } from './read-board.ts';

const reader = { flags: [], personId: '00000000-0000-4000-8000-000000000001', role: 'auditor' as const };
const faults = {
  ribbon: { state: 'fault', errorStatus: 'PRODUCTION_ERROR', errorCode: 'PRT_RIBBON_ENDED' },
  jam: { state: 'fault', errorStatus: 'PRODUCTION_ERROR', errorCode: 'PRD_FEEDER_JAM' },
  central: { state: 'fault', errorStatus: 'PRODUCTION_ERROR', errorCode: 'DP_TIMEOUT' },
  printed: { state: 'printed', errorStatus: null, errorCode: null },
};
type Ended = keyof typeof faults;
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** What ended at each kiosk, newest first. */
const ended: Record<string, Record<string, Ended[]>> = {
  busy: {
    BUSY1: times(14, 'printed' as const),
    BUSY2: ['printed', 'jam', ...times(4, 'printed' as const), 'ribbon'],
    BUSY3: [],
  },
  mended: { MENDED1: ['printed', 'ribbon', 'ribbon', 'ribbon'] },
  mixed: { MIXED1: ['ribbon', 'jam', 'ribbon'] },
  'ribbon-out': { RIBBON1: ['printed'], RIBBON2: ['central', 'ribbon', 'ribbon', 'ribbon', 'printed'] },
};

describe('the board of a branch', () => {
  let test: TestStore;
  let board: KioskBoard;
  const kioskOf = (id: string) => board.kiosks.find((kiosk) => kiosk.id === id);

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    const now = Date.now();
    for (const [branchId, ofKiosks] of Object.entries(ended)) {
      await db.insert(branches).values({ id: branchId, name: branchId, place: 'High Street' });
      for (const [kioskId, outcomes] of Object.entries(ofKiosks)) {
        await db.insert(kiosks).values({ id: kioskId, branchId, place: kioskId });
        const jobs = outcomes.map((outcome, place) => ({
          ...faults[outcome],
          cardToken: `${kioskId}-${place}`,
          profileId: '1',
          kioskId,
          branchId,
          createdAt: new Date(now - (place + 1) * 60_000),
        }));
        if (jobs.length > 0) await db.insert(printJobs).values(jobs);
      }
    }
    board = await readKioskBoard({ store: test.store }, reader, 'all', 'busy');
  });
  afterAll(() => test.drop());

  it('shows the five newest jobs of a kiosk in full, of twelve what became of them', () => {
    const kiosk = kioskOf('BUSY1');
    expect(kiosk?.latest.map(({ cardToken }) => cardToken)).toEqual(
      [0, 1, 2, 3, 4].map((place) => `BUSY1-${place}`),
    );
    expect(kiosk?.outcomes).toEqual(times(12, 'printed'));
    expect(kiosk?.health.ended).toBe(14);
    expect(kioskOf('BUSY3')).toMatchObject({ latest: [], outcomes: [], toFix: null });
  });

  it('shows the newest fault whose card was not tried again, also one that is older than the five', async () => {
    expect(kioskOf('BUSY2')?.toFix?.cardToken).toBe('BUSY2-1');
    await test.store.db.insert(printJobs).values({
      ...faults.printed,
      cardToken: 'BUSY2-1',
      profileId: '1',
      kioskId: 'BUSY1',
      branchId: 'busy',
    });
    const later = await readKioskBoard({ store: test.store }, reader, 'all', 'busy');
    expect(later.kiosks.find(({ id }) => id === 'BUSY2')?.toFix?.cardToken).toBe('BUSY2-6');
  });

  it('marks the branches where the same fault keeps coming back, whatever lies behind all kiosks in between', () => {
    expect(board.branches.filter(({ needsHand }) => needsHand).map(({ id }) => id)).toEqual(['ribbon-out']);
  });
});
