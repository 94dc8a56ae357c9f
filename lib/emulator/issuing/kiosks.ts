import type { KioskFault, KioskRecord } from '../entities.ts';
import type { World } from '../world.ts';

type FaultName = 'failWith' | 'rejectWith';

const oneLess = (fault: KioskFault): KioskFault | null => {
  if (fault.times === null) return fault;
  return fault.times > 1 ? { ...fault, times: fault.times - 1 } : null;
};

/** The fault that strikes the job that comes now; null: none. */
export function takeKioskFault(world: World, kioskId: string, name: FaultName): string | null {
  const kiosk = world.kiosks.get(kioskId);
  const fault = kiosk?.[name];
  if (!kiosk || !fault) return null;
  world.kiosks.put({ ...kiosk, [name]: oneLess(fault) });
  return fault.code;
}

export const printMs = (world: World, kiosk: Pick<KioskRecord, 'stepMs'>): number | null =>
  kiosk.stepMs ?? world.settings.kioskStepMs;
