import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './sca.schema.ts';

export type ScaState = z.output<typeof schema.scaState>;
export type ScaChallenge = ScaState['challenges'][number];
export type ScaFactor = z.output<typeof schema.verifyScaBody>['type'];
export type PasscodeWay = z.output<typeof schema.scaWayPath>['way'];
type OfSca = { scaId: string };

/** A request of one's own that waits until it is confirmed at Wise: what is left to be confirmed, read from Wise. */
export const getSca = defineEndpoint<{ params: OfSca; reply: ScaState }>()({
  method: 'GET',
  path: '/api/sca/{scaId}',
  consolePermission: 'signed-in',
});

/** Wise sends a passcode; again sends another one. Only where the factor is the company's own. */
export const triggerSca = defineEndpoint<{
  params: OfSca & { way: PasscodeWay };
  reply: z.output<typeof schema.triggerScaReply>;
}>()({
  method: 'POST',
  path: '/api/sca/{scaId}/{way}/trigger',
  consolePermission: 'signed-in',
});

/** One proof. Only where the factor is the company's own. */
export const verifySca = defineEndpoint<{
  params: OfSca;
  body: z.input<typeof schema.verifyScaBody>;
  reply: ScaState;
}>()({
  method: 'POST',
  path: '/api/sca/{scaId}/verify',
  consolePermission: 'signed-in',
});

/** Sends the waiting request again, once, and answers what it answers. */
export const replaySca = defineEndpoint<{ params: OfSca }>()({
  method: 'POST',
  path: '/api/sca/{scaId}/replay',
  consolePermission: 'signed-in',
});
