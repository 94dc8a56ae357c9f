import 'server-only';
import { cardStateReasons } from './card-state.ts';
import { type Classifications, currentClassifications } from './classifications.ts';
import { credentialReasons } from './credentials.ts';
import { findDetail } from './detailed.ts';
import type { DeclineEntry, Disclosure } from './entry.ts';
import { fundsReasons, limitReasons } from './funds-and-limits.ts';
import { geographyReasons } from './geography.ts';
import { merchantReasons } from './merchant.ts';
import { notDisclosed } from './neutral.ts';
import { pinReasons } from './pin.ts';
import { riskReasons } from './risk.ts';
import { technicalReasons } from './technical.ts';

/** The 52 reasons that Wise documents. */
export const declineReasons = {
  ...cardStateReasons,
  ...pinReasons,
  ...credentialReasons,
  ...fundsReasons,
  ...limitReasons,
  ...merchantReasons,
  ...geographyReasons,
  ...technicalReasons,
  ...riskReasons,
};

const findBuiltIn = (code: string): DeclineEntry | undefined =>
  Object.hasOwn(declineReasons, code) ? declineReasons[code as keyof typeof declineReasons] : undefined;

/** Whether the console came with an entry for it, which nobody can classify otherwise. */
export const isBuiltIn = (code: string): boolean =>
  code === notDisclosed || (findBuiltIn(code) ?? findDetail(code)) !== undefined;

export const findReason = (code: string): DeclineEntry | undefined =>
  findBuiltIn(code) ?? currentClassifications().get(code);

const restrictedCodes = Object.entries(declineReasons)
  .filter(([, { disclosure }]) => disclosure === 'restricted')
  .map(([code]) => code);
const strictness: readonly Disclosure[] = ['tell', 'neutral', 'cover', 'restricted'];

/** The restricted code that it begins with; such a code stays restricted whatever anybody says of it. */
export const findRestrictedBeginning = (code: string): string | undefined =>
  restrictedCodes.find((restricted) => code.startsWith(restricted));

function disclosureOfCode(code: string, classified: Classifications): Disclosure {
  if (findRestrictedBeginning(code) !== undefined) return 'restricted';
  // What nobody has classified may be anything.
  return (findBuiltIn(code) ?? findDetail(code) ?? classified.get(code))?.disclosure ?? 'restricted';
}

/**
 * Of a declined payment: the stricter of its two codes. A decline without a reason is as silent as the cover codes.
 * @param classified as this process knows them, unless the store was just asked
 */
export function disclosureOf(
  reason: string | null,
  detailed: string | null,
  classified: Classifications = currentClassifications(),
): Disclosure {
  const codes = [reason, detailed].filter((code): code is string => code !== null && code !== '');
  const levels: Disclosure[] = codes.map((code) => disclosureOfCode(code, classified));
  if (!reason) levels.push('cover');
  return levels.reduce((strictest, level) =>
    strictness.indexOf(level) > strictness.indexOf(strictest) ? level : strictest,
  );
}
