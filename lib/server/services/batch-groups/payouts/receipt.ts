import 'server-only';
import type { BatchRowPath } from '../../../../contracts/batch-payouts.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { findTransferRowOrThrow } from './find-transfer-row.ts';

const pdfBegins = '%PDF-';

/**
 * Wise's receipt as it came. It names payee and account, so nothing of it is kept here or in the browser's cache.
 * @throws AppError not_found; batch_no_transfer; batch_no_receipt before it was sent and after it came back
 */
export async function readReceipt(
  parts: Runtime,
  path: BatchRowPath,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const { row, transferId, userId } = await findTransferRowOrThrow(parts.store.db, path);
  note({ rowNumber: row.rowNumber, transferId });
  const options = { userId, priority: 'interactive' } as const;
  const pdf = await parts.wise.transfers.getReceipt(options, transferId).catch((error: unknown) => {
    if (error instanceof WiseError && error.kind === 'not-found')
      throw new AppError('batch_no_receipt', { cause: error });
    throw error;
  });
  if (pdf.subarray(0, pdfBegins.length).toString('latin1') !== pdfBegins)
    throw new AppError('wise_reply_not_understood');
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="receipt-${transferId}.pdf"`,
      'content-length': String(pdf.length),
      'cache-control': 'no-store',
    },
  });
}
