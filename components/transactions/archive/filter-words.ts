import { declineFamilies, familyWords } from '@/lib/catalogues/decline-families';
import { lookOfTransactionState, outcomeWords, transactionOutcomes } from '@/lib/catalogues/statuses';
import type { ArchiveFilterName } from '@/lib/client/transactions/archive-state';
import { formatProgramme } from '@/lib/format/card-numbers';
import { formatAuthorisationMethod, formatPinResult, formatTransactionType } from '@/lib/format/transactions';

export const fieldWords: Record<ArchiveFilterName, string> = {
  state: 'State',
  type: 'Type',
  family: 'Kind of decline',
  declineReason: 'Decline reason',
  currency: 'Currency',
  authorisationMethod: 'Card read',
  pinResult: 'PIN',
  outcome: 'Outcome',
  hour: 'Hour',
  mcc: 'MCC',
  country: 'Country',
  programme: 'Programme',
  profileId: 'Profile',
  cardToken: 'Card',
};

/** Profiles and decline reasons have names of their own. */
export function valueWords(name: ArchiveFilterName, value: string): string {
  switch (name) {
    case 'state':
      return lookOfTransactionState(value).word;
    case 'type':
      return formatTransactionType(value);
    case 'family': {
      const family = declineFamilies.find((one) => one === value);
      return family ? familyWords[family] : value;
    }
    case 'authorisationMethod':
      return formatAuthorisationMethod(value);
    case 'pinResult':
      return formatPinResult(value);
    case 'outcome': {
      const outcome = transactionOutcomes.find((one) => one === value);
      return outcome ? outcomeWords[outcome] : value;
    }
    case 'hour':
      return `${value}:00`;
    case 'programme':
      return formatProgramme(value);
    case 'cardToken':
      return value.slice(0, 8);
    default:
      return value;
  }
}

/** `5.00 to 20`, `over 5`, `10 Nov to 12 Nov`. */
export const rangeWords = (from: string, to: string, least: string, most: string): string =>
  from && to ? `${from} to ${to}` : from ? `${least} ${from}` : `${most} ${to}`;
