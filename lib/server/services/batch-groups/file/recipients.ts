import 'server-only';
import { nameKey } from './names.ts';

export interface KnownRecipient {
  id: string;
  name: string;
  currency: string;
  type: string;
  isActive: boolean;
  /** The caller’s keyed digest of `accountText`; null where Wise tells too little. */
  accountDigest: string | null;
  /** Null where nobody has looked for it yet. */
  hasAddress: boolean | null;
}

export interface RecipientIndex {
  byId: ReadonlyMap<string, KnownRecipient>;
  byAccount: ReadonlyMap<string, KnownRecipient>;
  byName: ReadonlyMap<string, readonly KnownRecipient[]>;
}

/** Those that were deactivated are found by id alone, so that a person is told. Of two with one account the newest. */
export function indexRecipients(recipients: readonly KnownRecipient[]): RecipientIndex {
  const byAccount = new Map<string, KnownRecipient>();
  const byName = new Map<string, KnownRecipient[]>();
  for (const recipient of recipients.filter(({ isActive }) => isActive)) {
    const { accountDigest, id, name } = recipient;
    const known = accountDigest === null ? undefined : byAccount.get(accountDigest);
    if (accountDigest !== null && (!known || isNewer(id, known.id))) byAccount.set(accountDigest, recipient);
    const key = nameKey(name);
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(recipient);
    else if (key !== '') byName.set(key, [recipient]);
  }
  return { byId: new Map(recipients.map((recipient) => [recipient.id, recipient])), byAccount, byName };
}

/** Ids are int64 as text. */
const isNewer = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;
