import type { Emulator } from '../emulator.ts';
import { catchUpGroup } from './batch-groups.ts';
import { catchUpInitiation } from './payment-initiations.ts';
import { catchUpTransfer } from './transfers.ts';

/** The three things that move by themselves, by the first word of what `due` knows them by. */
const catchUps: Record<string, (emulator: Emulator, id: string) => unknown> = {
  transfer: catchUpTransfer,
  'batch-group': catchUpGroup,
  'payment-initiation': catchUpInitiation,
};

/** @param key such as `transfer 1600000001` */
export function takeMoneyStep(emulator: Emulator, key: string): void {
  const [kind = '', id = ''] = key.split(' ');
  catchUps[kind]?.(emulator, id);
}

/** Everything that moves by itself is entered anew, after a start or a reset. */
export function scheduleMoneySteps({ due, world }: Emulator): void {
  due.clear();
  const enter = (kind: string, rows: Iterable<{ id: number | string; nextStepAtMs: number | null }>) => {
    for (const { id, nextStepAtMs } of rows)
      if (nextStepAtMs !== null) due.schedule(`${kind} ${id}`, nextStepAtMs);
  };
  enter('transfer', world.transfers.values());
  enter('batch-group', world.batchGroups.values());
  enter('payment-initiation', world.paymentInitiations.values());
}
