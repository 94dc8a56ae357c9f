import 'server-only';
import { accountText, compactDetail, hasBankDetails } from './account.ts';
import { checkBankNumber, checkBicAgainstIban } from './bank-numbers.ts';
import type { CheckContext } from './check-context.ts';
import { faultOf, type RowFault } from './faults.ts';
import { checkIban } from './iban.ts';
import { nameKey } from './names.ts';
import { checkNewPayee } from './check-new-payee.ts';
import type { KnownRecipient } from './recipients.ts';
import { kindByType } from './requirements.ts';
import type { RowFlag, RowRecipient } from './row-result.ts';

export interface PayeeCells {
  /** Clean texts by canonical field. */
  cells: ReadonlyMap<string, string>;
  targetCurrency: string | null;
}

export interface CheckedPayee {
  faults: RowFault[];
  flags: RowFlag[];
  recipient: RowRecipient | null;
  accountDigest: string | null;
  /** What stands for the account where payments are compared. */
  account: string | null;
  isWaiting: boolean;
}

/** Who is paid. A recipient is known by id or by the very same account and currency, never by name. */
export function checkPayee({ cells, targetCurrency }: PayeeCells, context: CheckContext): CheckedPayee {
  const details = readDetails(cells, targetCurrency);
  const faults = checkDetails(details, targetCurrency);
  const id = cells.get('recipientId') ?? '';
  const digest = digestOf(cells, details, targetCurrency, context);
  const known = id === '' ? findByAccount(digest, cells.get('type') ?? '', context) : findById(id, context);
  if ('fault' in known) return failed([...faults, known.fault], digest);
  const isWithoutAddress = known.recipient !== undefined && lacksAddress(known.recipient, context);
  const isMadeAnew = id === '' && isWithoutAddress && givesAddress(details);
  if (!known.recipient || isMadeAnew)
    return checkNewPayee({ cells, targetCurrency, details, digest, faults }, context);

  const { recipient } = known;
  if (isWithoutAddress) {
    const facts = { source: context.sourceCurrency, target: recipient.currency, isById: id !== '' };
    const field = id === '' ? 'details.address.country' : 'recipientId';
    faults.push(faultOf(field, 'recipient_without_address', facts));
  }
  if (targetCurrency !== null && recipient.currency !== targetCurrency)
    faults.push(
      faultOf('targetCurrency', 'recipient_currency', { has: recipient.currency, wants: targetCurrency }, [
        recipient.currency,
      ]),
    );
  if (digest !== null && recipient.accountDigest !== null && digest !== recipient.accountDigest)
    faults.push(faultOf('recipientId', 'recipient_account_differs', {}));
  const name = cells.get('name') ?? '';
  if (name !== '' && nameKey(name) !== nameKey(recipient.name))
    faults.push(faultOf('name', 'name_differs', { known: recipient.name }));
  return {
    faults,
    flags: [],
    recipient: { kind: 'existing', by: id === '' ? 'account' : 'id', recipient },
    accountDigest: recipient.accountDigest,
    account: recipient.accountDigest ?? `recipient ${recipient.id}`,
    isWaiting: false,
  };
}

/** Wise asks for an address on this way, and the recipient is known to have none. */
function lacksAddress({ currency, hasAddress, type }: KnownRecipient, { kindsOf }: CheckContext): boolean {
  const kind = hasAddress === false ? kindByType(kindsOf(currency) ?? [], type) : undefined;
  return kind?.fields.some(({ isRequired, key }) => isRequired && isOfAddress(key)) ?? false;
}
const isOfAddress = (key: string): boolean => key.startsWith('address.');
const givesAddress = (details: ReadonlyMap<string, string>): boolean => [...details.keys()].some(isOfAddress);

const failed = (faults: RowFault[], digest: string | null): CheckedPayee => ({
  faults,
  flags: [],
  recipient: null,
  accountDigest: digest,
  account: digest,
  isWaiting: false,
});

/** By Wise's key, as they are sent. */
export function readDetails(
  cells: ReadonlyMap<string, string>,
  currency: string | null,
): Map<string, string> {
  const details = new Map<string, string>();
  for (const [field, text] of cells) {
    const key = field.startsWith('details.') ? field.slice('details.'.length) : '';
    const value = key === '' ? '' : compactDetail(key, text, currency);
    if (value !== '') details.set(key, value);
  }
  return details;
}

function checkDetails(details: ReadonlyMap<string, string>, currency: string | null): RowFault[] {
  const faults: RowFault[] = [];
  const hasSortCode = details.has('sortCode');
  for (const [key, value] of details) {
    const field = `details.${key}`;
    const fault =
      key === 'IBAN'
        ? checkIban(field, value, currency)
        : checkBankNumber(key, value, { field, currency, hasSortCode });
    if (fault) faults.push(fault);
  }
  const iban = details.get('IBAN');
  const bicKey = details.has('BIC') ? 'BIC' : 'swiftCode';
  const bic = details.get(bicKey);
  const areBothWell = !faults.some(({ field }) => field === 'details.IBAN' || field === `details.${bicKey}`);
  const differs =
    iban && bic && areBothWell ? checkBicAgainstIban(`details.${bicKey}`, bic, iban) : undefined;
  return differs ? [...faults, differs] : faults;
}

function digestOf(
  cells: ReadonlyMap<string, string>,
  details: ReadonlyMap<string, string>,
  currency: string | null,
  { digest }: CheckContext,
): string | null {
  if (currency === null) return null;
  const email = cells.get('email');
  const isByEmail = cells.get('type')?.toLowerCase() === 'email' || !hasBankDetails(details.keys());
  const text = accountText(currency, isByEmail ? 'email' : null, {
    ...Object.fromEntries(details),
    ...(email === undefined ? {} : { email }),
  });
  return text === null ? null : digest(text);
}

type Found = { fault: RowFault } | { recipient: KnownRecipient | undefined };

function findById(id: string, { recipients }: CheckContext): Found {
  const recipient = recipients.byId.get(id);
  if (recipient?.isActive) return { recipient };
  if (recipient) return { fault: faultOf('recipientId', 'recipient_inactive', {}) };
  if (/^\d{1,19}$/.test(id)) return { fault: faultOf('recipientId', 'recipient_unknown', {}) };
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return { fault: faultOf('recipientId', isUuid ? 'recipient_id_of_web' : 'recipient_id_form', {}) };
}

/** A row that asks for another kind of account than the one that is known is paid to a recipient of its own. */
function findByAccount(digest: string | null, type: string, { recipients }: CheckContext): Found {
  const recipient = digest === null ? undefined : recipients.byAccount.get(digest);
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  return {
    recipient: type === '' || (recipient && plain(recipient.type) === plain(type)) ? recipient : undefined,
  };
}
