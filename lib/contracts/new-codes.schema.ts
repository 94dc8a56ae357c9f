import { z } from 'zod';
import { codeLevels, longestCode, longestWords } from '../catalogues/new-codes.ts';
import { money } from './card-transactions.schema.ts';
import { declineActor, declineFamily, declineReason, retryAdvice } from './decline-reasons.schema.ts';
import { instant, int64Text, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './new-codes.ts';

const words = (most: number) =>
  z.string().trim().min(1, 'Say it in words.').max(most, `${most} characters at most.`);
const meaning = {
  family: declineFamily,
  title: words(longestWords.title),
  happened: words(longestWords.happened),
  cause: words(longestWords.cause),
  actor: declineActor,
  next: words(longestWords.next),
  retry: retryAdvice,
  retryText: words(longestWords.retryText),
};
/** What a code means and who may know it. Only what may be told has words for the cardholder. */
export const codeClassification = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('tell'), ...meaning, say: words(longestWords.say) }),
  z.strictObject({ level: z.enum(['neutral', 'cover', 'restricted']), ...meaning }),
]);

const code = z
  .string()
  .max(longestCode)
  .regex(/^[^\0]+$/);
/** Of its classification as it was read; 0 where it had none yet. */
const version = z.number().int().min(0);
export const classifyCodeBody = z.strictObject({ code, version, classification: codeClassification });
export const takeBackCodeBody = z.strictObject({ code, version });

export const newCode = z.object({
  code: z.string(),
  /** The restricted code that it begins with: it stays restricted, whatever is said of it. */
  beginsWith: z.string().nullable(),
  payments: z.number().int(),
  cards: z.number().int(),
  /** When the first and the last of these payments were made; null where the archive holds none any more. */
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  /** Whether it came as a reason, which payments can be found by, or only as the detail of one. */
  isReason: z.boolean(),
  /** The last of these payments. */
  examples: z.array(
    z.object({
      profileId: int64Text,
      id: int64Text,
      creationTime: instant,
      transactionAmount: money,
      merchantName: z.string().nullable(),
    }),
  ),
  version,
  /** Null where nobody has classified it, or it was taken back. */
  classification: codeClassification.nullable(),
  /** As its reader reads it now. */
  reason: declineReason,
  /** Whether payments told before are still being brought in line with it. */
  isArchiveDue: z.boolean(),
  /** Newest first. `level`: null where it was taken back. */
  history: z.array(
    z.object({
      version,
      level: z.enum(codeLevels).nullable(),
      title: z.string().nullable(),
      proposedBy: z.string(),
      agreedBy: z.string(),
      at: instant,
    }),
  ),
  /** A change that waits for a second person of compliance. */
  pendingApprovalId: z.uuid().nullable(),
});
export const newCodesReply = z.object({ items: z.array(newCode), asOf: instant });

const approvalReply = z.object({ approvalId: z.uuid() });
const target = () => ({ type: 'new-code', id: 'one' }) as const;

export const listNewCodes = serveEndpoint(endpoints.listNewCodes, { reply: newCodesReply });
export const classifyCode = serveEndpoint(endpoints.classifyCode, {
  body: classifyCodeBody,
  status: 202,
  reply: approvalReply,
  audit: {
    action: 'new-codes.classify',
    target,
    details: ({
      classification: { actor, family, level, retry },
      ...asked
    }: z.output<typeof classifyCodeBody>) => ({ ...asked, actor, family, level, retry }),
    isSealed: true,
  },
});
export const takeBackCode = serveEndpoint(endpoints.takeBackCode, {
  body: takeBackCodeBody,
  status: 202,
  reply: approvalReply,
  audit: {
    action: 'new-codes.take-back',
    target,
    details: (asked: z.output<typeof takeBackCodeBody>) => asked,
    isSealed: true,
  },
});
