import 'server-only';
import type { WiseRecipient } from '../../wise/resources/recipients.ts';
import { accountText } from '../batch-groups/file/account.ts';

/** What the index keeps of a recipient, in whichever of its two shapes Wise told it. */
export function accountOf({ accountHolderName, currency, details, name, type }: WiseRecipient) {
  return {
    name: name?.fullName ?? accountHolderName ?? '',
    type: toInputType(type),
    account: accountText(currency, type, details ?? {}),
    tellsAddress: hasText(details?.address),
  };
}

/** Wise: an address is an object among the details, null or absent where there is none. */
const hasText = (address: unknown): boolean =>
  typeof address === 'object' &&
  address !== null &&
  Object.values(address).some((value) => typeof value === 'string' && value.trim() !== '');

/** Wise: `SortCode` in an answer is `sort_code` in a question. */
const toInputType = (type: string): string =>
  /^[A-Z][a-z]/.test(type) ? type.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase() : type.toLowerCase();
