import type { ApprovalBeforeFunding } from '@/lib/contracts/batch-before-funding';
import { formatMoney } from '@/lib/format/money';

/** `A`, `A and B`, `A, B and C` */
export const listOf = (names: readonly string[], last = 'and'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;

const people = (count: number) => (count === 1 ? 'one other person' : 'two other people');

/** Why somebody has to be asked, as a title, and what that means. */
export function whyToAsk(
  { amount, ceiling, needed, why }: ApprovalBeforeFunding,
  takes: string,
  currency: string,
): { title: string; text: string } {
  const money = (value: string) => formatMoney(value, currency);
  const wanted = `Above the line of the approval rules: ${people(needed)} must agree.`;
  switch (why) {
    case 'above-ceiling':
      return {
        title: 'The group takes more than was approved.',
        text: `It takes ${money(takes)}; ${money(ceiling ?? '0')} were approved at most.`,
      };
    case 'not-enough':
      return { title: 'Too few people have approved it.', text: wanted };
    case 'ended':
      return { title: 'Its approval no longer counts.', text: wanted };
    case 'other-rows':
      return { title: 'Its rows are not those that were approved.', text: wanted };
    default:
      return {
        title: 'It needs approval before it can be funded.',
        text: `${wanted} With what else was submitted that day it comes to ${money(amount)}.`,
      };
  }
}

/** Who may approve, who could but for the amount, and what the reader lacks; a sentence each. */
export function wordsOfPeople({ people: all, state }: ApprovalBeforeFunding): string[] {
  const named = (standing: string) =>
    all.filter((one) => one.standing === standing && !one.isYou).map(({ name }) => name);
  const you = all.find(({ isYou }) => isYou)?.standing;
  const may = [...named('may'), ...(you === 'may' ? ['you'] : [])];
  const agreed = [...named('has-agreed'), ...(you === 'has-agreed' ? ['you'] : [])];
  const low = named('limit');
  return [
    ...(state === 'waiting' && agreed.length > 0 ? [`Agreed so far: ${listOf(agreed)}.`] : []),
    may.length > 0
      ? `${capital(listOf(may, 'or'))} may approve it.`
      : 'Nobody may approve it: an administrator has to give somebody the right and a limit.',
    ...(low.length > 0 ? [`Too low a limit for the amount: ${listOf(low)}.`] : []),
    ...(yours[you ?? ''] ?? []),
  ];
}

const yours: Partial<Record<string, string[]>> = {
  asks: ['You ask, so somebody else decides.'],
  limit: ['Your own limit is below the amount.'],
  flag: ['You have not the right to approve.'],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
