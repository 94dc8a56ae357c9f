import 'server-only';
import type { ErrorCode } from '../../../catalogues/errors.ts';
import { AppError } from '../../http/app-error.ts';
import type { WiseError } from '../../wise/errors.ts';

/** Wise documents no refusal of an order: any other reads as one without a reason that is known. */
const codes: Record<string, ErrorCode> = {
  'card.limit.reached': 'card_order_limit',
  'card.order.daily.limit.reached': 'card_order_day_limit',
  'card.program.not.available': 'card_order_programme',
};

const fieldNames: Record<string, string> = { program: 'programme', deliveryOption: 'delivery' };

/** What Wise's answer means, in our words; undefined where it is no refusal. */
export function refusalOf(error: WiseError): AppError | undefined {
  if (error.kind !== 'refused' && error.kind !== 'not-found') return undefined;
  const known = error.codes.map(({ code }) => codes[code]).find((code) => code !== undefined);
  if (known) return new AppError(known, { cause: error });
  const fields = error.codes.flatMap(({ path }) =>
    path ? [{ path: `body.${fieldNames[path] ?? path}`, message: 'Wise does not take this.' }] : [],
  );
  return new AppError('card_order_refused', { cause: error, ...(fields.length > 0 && { fields }) });
}
