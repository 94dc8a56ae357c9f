import 'server-only';
import type { BatchRowPath, DeliveryEstimate } from '../../../../contracts/batch-payouts.ts';
import type { Runtime } from '../../../runtime.ts';
import { findTransferRowOrThrow } from './find-transfer-row.ts';

/** Asked each time somebody looks: Wise moves it while the payment is on its way. */
export async function readDeliveryEstimate(parts: Runtime, path: BatchRowPath): Promise<DeliveryEstimate> {
  const { transferId, userId } = await findTransferRowOrThrow(parts.store.db, path);
  const told = await parts.wise.transfers.getDeliveryEstimate(
    { userId, priority: 'interactive' },
    transferId,
  );
  return { estimatedAt: toInstant(told.estimatedDeliveryDate), asOf: new Date().toISOString() };
}

/** Wise: `2018-01-10T12:15:00.000+0000`, an offset without its colon. @returns null for what is no time */
export function toInstant(told: string): string | null {
  const at = new Date(told.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
