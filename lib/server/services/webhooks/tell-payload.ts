import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import { notDisclosed } from '../../catalogues/decline-reasons/neutral.ts';
import { GuardedReason } from '../../catalogues/decline-reasons/guarded-reason.ts';
import { disclosureOf, findReason } from '../../catalogues/decline-reasons/catalogue.ts';
import { mayKnow } from '../../catalogues/decline-reasons/tell.ts';

const reasonKey = /^decline_?reason$/i;
const detailKey = /^detailed_?decline_?reason$/i;
const stateKey = /^transaction_?state$/i;
/** The other side's answer to the card scheme is the reason once more, as a number. */
const answerKey = /^relay_?authorisation_?data$/i;
const codeForm = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * A notification's data as `reader` may know them: why a payment was declined is replaced wherever it stands, in every
 * version and in kinds nobody knows yet.
 */
export function tellPayload(reader: Holder, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => tellPayload(reader, one));
  if (typeof value === 'string') return tellText(reader, value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const hasReason = entries.some(([key]) => reasonKey.test(key) || detailKey.test(key));
  const told = hasReason ? reasonIn(entries)?.tellTo(reader) : undefined;
  const isHidden = told?.declineReason === notDisclosed;
  return Object.fromEntries(
    entries.map(([key, one]) => {
      if (told && reasonKey.test(key)) return [key, told.declineReason];
      if (told && detailKey.test(key)) return [key, told.detailedDeclineReason];
      if (isHidden && answerKey.test(key)) return [key, null];
      return [key, tellPayload(reader, one)];
    }),
  );
}

function reasonIn(entries: [string, unknown][]): GuardedReason | undefined {
  const text = (form: RegExp) => {
    const found = entries.find(([key]) => form.test(key))?.[1];
    return typeof found === 'string' ? found : null;
  };
  return GuardedReason.of(text(stateKey) ?? '', text(reasonKey), text(detailKey));
}

/** Codes of the catalogue that may not be told, under whatever name they come. */
function tellText(reader: Holder, text: string): string {
  if (!codeForm.test(text) || !isReason(text)) return text;
  return mayKnow(reader, disclosureOf(text, null)) ? text : notDisclosed;
}

const isReason = (text: string): boolean =>
  findReason(text) !== undefined || /^(SUSPECTED_FRAUD|ACCOUNT_SUSPENDED|CARD_PARTNER_SUSPENDED)/.test(text);
