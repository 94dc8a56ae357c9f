import type { ApprovalRule } from '../../catalogues/approval-rules.ts';

/** The lines of one currency, as typed: above which sum one person approves, and above which two. */
export interface RuleDraft {
  currency: string;
  one: string;
  two: string;
}

export const emptyRuleDraft: RuleDraft = { currency: '', one: '', two: '' };

export function draftOfRules(rules: readonly ApprovalRule[], currency: string): RuleDraft {
  const above = (approvers: number) =>
    rules.find((rule) => rule.currency === currency && rule.approvers === approvers)?.above ?? '';
  return { currency, one: above(1), two: above(2) };
}

/** “10,000” is typed as it is read. */
const tidied = (amount: string) => amount.replaceAll(/[,\s]/g, '');
const isAmount = (text: string) => /^\d{1,15}(\.\d{1,4})?$/.test(text);

export type RuleFaults = Partial<Record<keyof RuleDraft, string>>;

/** What the server would refuse, said before it is asked. */
export function faultsOfRule(draft: RuleDraft): RuleFaults {
  const [one, two] = [tidied(draft.one), tidied(draft.two)];
  const faults: RuleFaults = {};
  if (!/^[A-Za-z]{3}$/.test(draft.currency.trim()))
    faults.currency = 'A currency has three letters, like GBP.';
  if (one === '' && two === '') faults.one = 'Give at least one of the two amounts.';
  if (one !== '' && !isAmount(one)) faults.one = 'An amount, like 10,000.';
  if (two !== '' && !isAmount(two)) faults.two = 'An amount, like 250,000.';
  else if (one !== '' && two !== '' && faults.one === undefined && Number(two) <= Number(one))
    faults.two = 'More than the amount from which one person approves.';
  return faults;
}

/** All rules with the lines of this one currency in place of its former ones. */
export function withRule(rules: readonly ApprovalRule[], draft: RuleDraft) {
  const currency = draft.currency.trim().toUpperCase();
  const lines = [
    { above: tidied(draft.one), approvers: 1 as const },
    { above: tidied(draft.two), approvers: 2 as const },
  ].filter(({ above }) => above !== '');
  return [...withoutRule(rules, currency), ...lines.map((line) => ({ currency, ...line }))];
}

export const withoutRule = (rules: readonly ApprovalRule[], currency: string) =>
  rules
    .filter((rule) => rule.currency !== currency)
    .map(({ above, approvers, currency: of }) => ({
      currency: of,
      above,
      approvers: approvers === 2 ? (2 as const) : (1 as const),
    }));
