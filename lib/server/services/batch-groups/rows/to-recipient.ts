import 'server-only';
import type { NewRecipient } from '../../../wise/resources/recipients.ts';
import { nestDetails } from '../file/account.ts';
import type { RowContent } from './content.ts';

export function toNewRecipient({ newRecipient }: RowContent): NewRecipient {
  if (!newRecipient) throw new Error('A row without a recipient was sent');
  const { currency, details, name, type } = newRecipient;
  return { currency, type, accountHolderName: name, details: nestDetails(details) };
}
