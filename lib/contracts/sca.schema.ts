import { z } from 'zod';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './sca.ts';
import { challengeTypes } from './wise/one-time-token.ts';

/** `type` and `alternatives` as Wise names them: what it sends is open. */
const challenge = z.object({
  type: z.string(),
  alternatives: z.array(z.string()),
  required: z.boolean(),
  passed: z.boolean(),
});

/**
 * `owner`: whose proofs Wise asks for. A customer's are never typed in the console: the customer confirms at `hostedUrl`.
 * `action`: what waits, as the audit trail names it. `lowRiskUntil`: how long Wise then asks nothing for requests of low risk.
 */
export const scaState = z.object({
  scaId: z.uuid(),
  expiresAt: instant,
  challenges: z.array(challenge),
  hostedUrl: z.url(),
  owner: z.object({ name: z.string(), kind: z.enum(['company', 'customer']) }),
  action: z.string().nullable(),
  /** Codes of what it asks for, as the audit trail has them. */
  details: z.record(z.string(), z.unknown()),
  isCleared: z.boolean(),
  lowRiskUntil: instant.nullable(),
});

const scaPath = z.object({ scaId: z.uuid() });
export const scaWayPath = scaPath.extend({ way: z.enum(['sms', 'whatsapp', 'voice']) });
/** The end of the number, as Wise hides it. */
export const triggerScaReply = z.object({ sentTo: z.string() });
export const verifyScaBody = z.strictObject({
  type: z.enum(challengeTypes),
  value: z.string().min(1).max(1000),
});

const target = ({ params }: { params: Record<string, string> }) =>
  ({ type: 'sca', id: params.scaId ?? '' }) as const;

export const getSca = serveEndpoint(endpoints.getSca, { params: scaPath, reply: scaState });
export const triggerSca = serveEndpoint(endpoints.triggerSca, {
  params: scaWayPath,
  reply: triggerScaReply,
  audit: { action: 'sca.trigger', target },
});
export const verifySca = serveEndpoint(endpoints.verifySca, {
  params: scaPath,
  body: verifyScaBody,
  reply: scaState,
  audit: {
    action: 'sca.verify',
    target,
    details: ({ type }: z.output<typeof verifyScaBody>) => ({ type }),
  },
});
export const replaySca = serveEndpoint(endpoints.replaySca, {
  params: scaPath,
  reply: 'raw',
  audit: { action: 'sca.replay', target },
});
