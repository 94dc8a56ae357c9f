import type { KioskRecord } from '../entities.ts';

/** Two in Leeds, two in London, one in Bristol. */
export const demoKioskIds = ['WIS00001', 'WIS00002', 'WIS00003', 'WIS00004', 'WIS00005'] as const;

export const plantKiosks = (): KioskRecord[] =>
  demoKioskIds.map((id) => ({ id, stepMs: null, failWith: null, rejectWith: null }));
