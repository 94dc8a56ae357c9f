import type { Severity } from '../../catalogues/decline-desk.ts';
import type { DeclineFamily } from '../../contracts/decline-reasons.ts';
import type { DeskConditions, DeskRule, NewDeskRule } from '../../contracts/desk-rules.ts';

/** A rule as it is typed: lists with commas or spaces between, numbers as text; what is empty is not asked for. */
export interface RuleDraft {
  name: string;
  isActive: boolean;
  needsSecondReader: boolean;
  severity: Severity;
  dueHours: string;
  reasons: string;
  families: readonly DeclineFamily[];
  amount: string;
  currency: string;
  countries: string;
  mccs: string;
  cardTimes: string;
  cardMinutes: string;
  merchantCards: string;
  merchantMinutes: string;
}
export type RuleFaults = Partial<Record<keyof RuleDraft | 'conditions', string>>;

export const emptyDraft: RuleDraft = {
  name: '',
  isActive: true,
  needsSecondReader: false,
  severity: 'medium',
  dueHours: '24',
  reasons: '',
  families: [],
  amount: '',
  currency: '',
  countries: '',
  mccs: '',
  cardTimes: '',
  cardMinutes: '60',
  merchantCards: '',
  merchantMinutes: '60',
};

export function draftOf({
  conditions,
  dueHours,
  isActive,
  name,
  needsSecondReader,
  severity,
}: DeskRule): RuleDraft {
  const { amountFrom, countries, families, mccs, reasons, sameCard, sameMerchant } = conditions;
  return {
    name,
    isActive,
    needsSecondReader,
    severity,
    dueHours: String(dueHours),
    reasons: reasons?.join(', ') ?? '',
    families: families ?? [],
    amount: amountFrom?.value ?? '',
    currency: amountFrom?.currency ?? '',
    countries: countries?.join(', ') ?? '',
    mccs: mccs?.join(', ') ?? '',
    cardTimes: sameCard ? String(sameCard.times) : '',
    cardMinutes: String(sameCard?.minutes ?? emptyDraft.cardMinutes),
    merchantCards: sameMerchant ? String(sameMerchant.cards) : '',
    merchantMinutes: String(sameMerchant?.minutes ?? emptyDraft.merchantMinutes),
  };
}

const listOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
const tidied = (amount: string) => amount.replaceAll(/[,\s]/g, '');
const isBetween = (text: string, least: number, most: number) =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

export function conditionsOf(draft: RuleDraft): DeskConditions {
  const [reasons, mccs] = [listOf(draft.reasons), listOf(draft.mccs)];
  // A country may be written in two words.
  const countries = draft.countries
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);
  return {
    ...(reasons.length > 0 && { reasons }),
    ...(draft.families.length > 0 && { families: [...draft.families] }),
    ...(draft.amount !== '' && {
      amountFrom: { value: tidied(draft.amount), currency: draft.currency.trim().toUpperCase() },
    }),
    ...(countries.length > 0 && { countries }),
    ...(mccs.length > 0 && { mccs }),
    ...(draft.cardTimes !== '' && {
      sameCard: { times: Number(draft.cardTimes), minutes: Number(draft.cardMinutes) },
    }),
    ...(draft.merchantCards !== '' && {
      sameMerchant: { cards: Number(draft.merchantCards), minutes: Number(draft.merchantMinutes) },
    }),
  };
}

export const ruleOf = (draft: RuleDraft): NewDeskRule => ({
  name: draft.name.trim(),
  isActive: draft.isActive,
  needsSecondReader: draft.needsSecondReader,
  severity: draft.severity,
  dueHours: Number(draft.dueHours),
  conditions: conditionsOf(draft),
});

/** What keeps the conditions from being tried. */
export function faultsOfConditions(draft: RuleDraft): RuleFaults {
  const faults: RuleFaults = {};
  const all = (text: string, form: RegExp) => listOf(text).every((one) => form.test(one));
  if (!all(draft.reasons, /^[A-Z0-9_]+$/)) faults.reasons = 'Codes like CARD_FROZEN, with commas between.';
  if (!all(draft.mccs, /^\d{4}$/)) faults.mccs = 'Four digits each, with commas between.';
  if (draft.amount !== '' && !/^\d{1,15}(\.\d{1,4})?$/.test(tidied(draft.amount)))
    faults.amount = 'An amount like 10,000 or 250.50.';
  if (draft.amount !== '' && !/^[A-Za-z]{3}$/.test(draft.currency.trim()))
    faults.currency = 'Three letters, like GBP.';
  const repetition = [
    ['cardTimes', 'cardMinutes'],
    ['merchantCards', 'merchantMinutes'],
  ] as const;
  for (const [times, minutes] of repetition) {
    if (draft[times] === '') continue;
    if (!isBetween(draft[times], 2, 50)) faults[times] = 'From 2 to 50.';
    if (!isBetween(draft[minutes], 1, 1440)) faults[minutes] = 'From 1 to 1440, which is a day.';
  }
  if (Object.keys(conditionsOf(draft)).length === 0)
    faults.conditions = 'Without a condition every declined payment would enter the desk.';
  return faults;
}

export const faultsOf = (draft: RuleDraft): RuleFaults => ({
  ...faultsOfConditions(draft),
  ...(draft.name.trim() === '' && { name: 'Give it a name.' }),
  ...(!isBetween(draft.dueHours, 1, 720) && { dueHours: 'From 1 to 720 hours.' }),
});
