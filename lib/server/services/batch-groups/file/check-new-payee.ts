import 'server-only';
import { hasBankDetails } from './account.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckedPayee, PayeeCells } from './check-payee.ts';
import { faultOf, type RowFault } from './faults.ts';
import { checkName, nameKey } from './names.ts';
import { nearestOf } from './nearest.ts';
import {
  type AccountKind,
  checkKind,
  filledForRefresh,
  type GivenDetails,
  kindByDetails,
  kindByType,
  labelsOf,
} from './requirements.ts';
import { legalTypeOf, readReceiver, type Receiver } from './row-words.ts';

interface NewPayee extends PayeeCells {
  details: ReadonlyMap<string, string>;
  digest: string | null;
  /** What is wrong with the account's numbers. */
  faults: readonly RowFault[];
}

/** A recipient who would be made: the name, who it is, and all that Wise asks for in this currency. */
export function checkNewPayee(payee: NewPayee, context: CheckContext): CheckedPayee {
  const { cells, targetCurrency, details, digest } = payee;
  const faults = [...payee.faults];
  const name = cells.get('name') ?? '';
  const receiverText = cells.get('receiverType') ?? '';
  const receiver = readReceiver(receiverText);
  if (receiverText !== '' && !receiver)
    faults.push(faultOf('receiverType', 'receiver_type_unknown', {}, ['PERSON', 'INSTITUTION']));

  const given = giveDetails(payee, receiver);
  const kinds = targetCurrency === null ? undefined : context.kindsOf(targetCurrency);
  const chosen =
    kinds && targetCurrency !== null ? chooseKind(kinds, cells, given, targetCurrency) : undefined;
  const byWise =
    chosen?.kind && targetCurrency !== null
      ? checkAsAsked(chosen.kind, given, { details, currency: targetCurrency }, context)
      : { faults: [], details: Object.fromEntries(details), isNameTested: false };
  if (chosen?.fault) faults.push(chosen.fault);
  if (!kinds && !cells.has('email') && !hasBankDetails(details.keys()))
    faults.push(faultOf('details.accountNumber', 'account_missing', { needs: [] }));
  faults.push(...byWise.faults, ...judgeName(name, receiver, byWise.isNameTested));

  const namesakes = findNamesakes(payee, context);
  if (namesakes.length > 0) faults.push(faultOf('name', 'known_name_other_account', {}));
  const type = chosen?.kind?.type ?? cells.get('type') ?? null;
  return {
    faults,
    flags: [
      { code: 'new-payee' },
      ...(namesakes.length > 0
        ? [{ code: 'account-changed-behind-known-name' as const, recipientIds: namesakes }]
        : []),
    ],
    recipient:
      targetCurrency === null
        ? null
        : { kind: 'new', type, name, currency: targetCurrency, details: byWise.details },
    accountDigest: digest,
    account: digest,
    isWaiting: targetCurrency !== null && !kinds,
  };
}

/** Some of what Wise keeps among the details has a column of its own; a SWIFT code and a BIC are one. */
export function giveDetails(
  { cells, details }: Pick<NewPayee, 'cells' | 'details'>,
  receiver: Receiver | undefined,
): GivenDetails {
  const byLowerCase = new Map([...details].map(([key, value]) => [key.toLowerCase(), { key, value }]));
  return (key) => {
    if (key === 'accountHolderName') return { field: 'name', value: cells.get('name') ?? '' };
    if (key === 'legalType') return { field: 'receiverType', value: receiver ? legalTypeOf[receiver] : '' };
    if (key === 'email') return { field: 'email', value: cells.get('email') ?? '' };
    const other = key === 'swiftCode' ? 'bic' : key === 'BIC' ? 'swiftcode' : '';
    const found = byLowerCase.get(key.toLowerCase()) ?? byLowerCase.get(other);
    return found
      ? { field: `details.${found.key}`, value: found.value }
      : { field: `details.${key}`, value: '' };
  };
}

/**
 * Holds the row against what Wise asks for once what it gives is filled in. Where that was not read, what the first form does
 * not name goes along as it is: Wise looks at it itself.
 */
function checkAsAsked(
  kind: AccountKind,
  given: GivenDetails,
  { currency, details }: { currency: string; details: ReadonlyMap<string, string> },
  context: CheckContext,
) {
  const filled = filledForRefresh(kind, given);
  if (!filled) return checkKind(kind, given);
  const refreshed = context.refreshedKind({ currency, type: kind.type, filled });
  const checked = checkKind(refreshed ?? kind, given);
  return refreshed
    ? checked
    : { ...checked, details: { ...Object.fromEntries(details), ...checked.details } };
}

export function chooseKind(
  kinds: readonly AccountKind[],
  cells: ReadonlyMap<string, string>,
  given: GivenDetails,
  currency: string,
): { kind?: AccountKind; fault?: RowFault } {
  const type = cells.get('type') ?? '';
  if (type !== '') {
    const kind = kindByType(kinds, type);
    if (kind) return { kind };
    const types = kinds.map((known) => known.type);
    const meant = nearestOf(type, types);
    return {
      fault: faultOf('type', 'type_unknown', { currency, types: types.slice(0, 5) }, meant ? [meant] : []),
    };
  }
  const kind = kindByDetails(kinds, given);
  if (kind) return { kind };
  const [first] = kinds;
  const key = first?.accountKeys[0] ?? 'accountNumber';
  return { fault: faultOf(given(key).field, 'account_missing', { needs: first ? labelsOf(first) : [] }) };
}

/** Wise's own pattern for the kind of account goes before the general rule about letters. */
function judgeName(name: string, receiver: Receiver | undefined, isTested: boolean): RowFault[] {
  const fault = checkName(name, receiver);
  return fault && !(isTested && fault.code === 'name_characters') ? [fault] : [];
}

/** Recipients of the same name and currency with another account, as when an invoice was forged. */
function findNamesakes({ cells, targetCurrency, digest }: NewPayee, { recipients }: CheckContext): string[] {
  const key = nameKey(cells.get('name') ?? '');
  if (key === '') return [];
  return (recipients.byName.get(key) ?? [])
    .filter(({ accountDigest, currency }) => currency === targetCurrency && accountDigest !== digest)
    .map(({ id }) => id);
}
