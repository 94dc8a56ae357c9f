import 'server-only';
import { z } from 'zod';
import type { RequestJwe } from '../../wise/card-data/request-jwe.ts';

const keptRequest = z.object({ revealId: z.uuid(), jwe: z.string(), contentKey: z.string() });

/** What a reveal needs again once Wise's user has confirmed it: the content key was drawn at random. */
export const toKept = (revealId: string, { contentKey, jwe }: RequestJwe): z.input<typeof keptRequest> => ({
  revealId,
  jwe,
  contentKey: contentKey.toString('base64url'),
});

/** @returns undefined where the reveal is asked for the first time */
export function readKept(value: unknown): { revealId: string; request: RequestJwe } | undefined {
  if (value === undefined) return undefined;
  const { contentKey, jwe, revealId } = keptRequest.parse(value);
  return { revealId, request: { jwe, contentKey: Buffer.from(contentKey, 'base64url') } };
}
