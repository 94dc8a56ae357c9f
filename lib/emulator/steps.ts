import type { Emulator } from './emulator.ts';
import { catchUpCardOrder } from './issuing/advance-card-order.ts';
import { cardOrderKind } from './issuing/card-orders.ts';
import { catchUpProduction, productionKind } from './issuing/productions.ts';
import { catchUpGroup } from './money/batch-groups.ts';
import { catchUpInitiation } from './money/payment-initiations.ts';
import { catchUpTransfer } from './money/transfers.ts';

/** What moves by itself, by the first word of what `due` knows it by. */
const catchUps: Record<string, (emulator: Emulator, id: string) => unknown> = {
  transfer: catchUpTransfer,
  'batch-group': catchUpGroup,
  'payment-initiation': catchUpInitiation,
  [productionKind]: catchUpProduction,
  [cardOrderKind]: catchUpCardOrder,
};

/** @param key such as `transfer 1600000001` */
export function takeStep(emulator: Emulator, key: string): void {
  const [kind = '', id = ''] = key.split(' ');
  catchUps[kind]?.(emulator, id);
}

/** Everything that moves by itself is entered anew, after a start or a reset. */
export function scheduleSteps({ due, world }: Emulator): void {
  due.clear();
  const enter = <Row extends { nextStepAtMs: number | null }>(
    kind: string,
    rows: Iterable<Row>,
    idOf: (row: Row) => number | string,
  ) => {
    for (const row of rows)
      if (row.nextStepAtMs !== null) due.schedule(`${kind} ${idOf(row)}`, row.nextStepAtMs);
  };
  enter('transfer', world.transfers.values(), ({ id }) => id);
  enter('batch-group', world.batchGroups.values(), ({ id }) => id);
  enter('payment-initiation', world.paymentInitiations.values(), ({ id }) => id);
  enter(productionKind, world.productions.values(), ({ cardToken }) => cardToken);
  enter(cardOrderKind, world.cardOrders.values(), ({ id }) => id);
}
