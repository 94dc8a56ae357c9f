import 'server-only';
import { cardStateReasons } from './card-state.ts';
import { credentialReasons } from './credentials.ts';
import { findDetail } from './detailed.ts';
import type { DeclineEntry, Disclosure } from './entry.ts';
import { fundsReasons, limitReasons } from './funds-and-limits.ts';
import { geographyReasons } from './geography.ts';
import { merchantReasons } from './merchant.ts';
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

export const findReason = (code: string): DeclineEntry | undefined =>
  Object.hasOwn(declineReasons, code) ? declineReasons[code as keyof typeof declineReasons] : undefined;

const restrictedCodes = Object.entries(declineReasons)
  .filter(([, { disclosure }]) => disclosure === 'restricted')
  .map(([code]) => code);
const strictness: readonly Disclosure[] = ['tell', 'neutral', 'cover', 'restricted'];

function disclosureOfCode(code: string): Disclosure {
  if (restrictedCodes.some((restricted) => code.startsWith(restricted))) return 'restricted';
  // What nobody has classified may be anything.
  return (findReason(code) ?? findDetail(code))?.disclosure ?? 'restricted';
}

/** Of a declined payment: the stricter of its two codes. A decline without a reason is as silent as the cover codes. */
export function disclosureOf(reason: string | null, detailed: string | null): Disclosure {
  const codes = [reason, detailed].filter((code): code is string => code !== null && code !== '');
  const levels: Disclosure[] = codes.map(disclosureOfCode);
  if (!reason) levels.push('cover');
  return levels.reduce((strictest, level) =>
    strictness.indexOf(level) > strictness.indexOf(strictest) ? level : strictest,
  );
}
