import { getCardTransaction, listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { type DeclineReason, listDeclineReasons } from '../../lib/contracts/decline-reasons.ts';
import type { ConsoleClient } from './console-client.ts';

/** What stands for every code that only compliance may know. */
export const notDisclosed = 'NOT_DISCLOSED';

/** Wise's codes that only compliance may know, and two of its detailed ones. */
export const hiddenCodes = [
  'SUSPECTED_FRAUD_AML',
  'SUSPECTED_FRAUD_COMPLIANCE',
  'SUSPECTED_FRAUD_SANCTIONS',
  'ACCOUNT_SUSPENDED',
  'CARD_PARTNER_SUSPENDED',
  'SUSPECTED_FRAUD',
  'SUSPECTED_FRAUD_CORE_FRAUD',
  'SCHEME_BLOCKED_TRANSACTION',
  'INCORRECT_ARQC',
  'UNEXPECTED_ERROR',
] as const;

export interface Secrets {
  codes: string[];
  sentences: string[];
}

const sentencesOf = ({ title, happened, cause, next, retryText, notes }: DeclineReason): string[] => [
  title,
  happened,
  cause,
  next,
  retryText,
  ...notes,
];

/**
 * All that compliance reads of hidden declines and an operator does not: from the catalogue, and from these cards'
 * payments. What open entries say as well ("No.") tells nothing and is left out.
 */
export async function readSecrets(
  compliance: ConsoleClient,
  operator: ConsoleClient,
  paths: readonly CardPath[],
): Promise<Secrets> {
  const openReasons = (await operator.call(listDeclineReasons, {})).body.items;
  // UNKNOWN is also how Wise says that it does not know a state or a PIN result.
  const openCodes = new Set<string | null>([...openReasons.map(({ code }) => code), 'UNKNOWN']);
  const openSentences = new Set(openReasons.flatMap(sentencesOf));
  const codes = new Set<string | null>(hiddenCodes);
  const sentences = new Set<string>();
  for (const reason of (await compliance.call(listDeclineReasons, {})).body.items) {
    codes.add(reason.code);
    for (const sentence of sentencesOf(reason)) sentences.add(sentence);
  }
  for (const params of paths) {
    const query = { state: ['DECLINED'], limit: 100 };
    for (const row of (await operator.call(listCardTransactions, { params, query })).body.items) {
      const { body } = await compliance.call(getCardTransaction, {
        params: { profileId: params.profileId, transactionId: row.id },
      });
      const isOpen = row.declineReason !== notDisclosed;
      for (const code of [body.declineReason, body.detailedDeclineReason])
        (isOpen ? openCodes : codes).add(code);
      for (const sentence of body.decline ? sentencesOf(body.decline.reason) : [])
        (isOpen ? openSentences : sentences).add(sentence);
    }
  }
  return {
    codes: [...codes].filter((code): code is string => Boolean(code) && !openCodes.has(code)),
    sentences: [...sentences].filter(
      (text) => text.length > 12 && ![...openSentences].some((open) => open.includes(text)),
    ),
  };
}

/** Which secrets stand in a text, also where it is written as HTML or inside a script. */
export function findSecrets(text: string, { codes, sentences }: Secrets): string[] {
  const plain = text
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\\"', '"');
  // SUSPECTED_FRAUD also begins a code that everybody may read.
  const hasCode = (code: string) => new RegExp(`(?<![A-Z0-9_])${code}(?![A-Z0-9_])`).test(plain);
  return [...codes.filter(hasCode), ...sentences.filter((sentence) => plain.includes(sentence))];
}
