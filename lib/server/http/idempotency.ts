import 'server-only';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { ErrorCode } from '../../catalogues/errors.ts';
import type { Database } from '../db/database.ts';
import { idempotencyKeys } from '../db/schema/cards.ts';
import type { Digest } from '../services/recipients/digest-key.ts';
import type { Vault } from '../vault/vault.ts';
import { AppError } from './app-error.ts';
import { problemOf } from './problem-response.ts';

const keyPattern = /^[\x21-\x7e]{8,100}$/;
const keepForMs = 24 * 60 * 60 * 1000;
const longestActMs = 2 * 60 * 1000;

/** Nothing was sent, or it may be tried again as it is: the key stays free. */
const notKept = new Set<ErrorCode>([
  'sca_required',
  'wise_rate_limited',
  'wise_unavailable',
  'wise_not_connected',
  'wise_token_limited',
  'store_unavailable',
  'too_many_tries',
  'validation_failed',
  'not_found',
  'forbidden',
]);

interface Scope {
  personId: string;
  endpoint: string;
  path: string;
}

export interface Claim {
  keep(response: Response, errorCode: ErrorCode | undefined): Promise<void>;
  release(): Promise<void>;
}

export function readIdempotencyKey(headers: Headers): string {
  const key = headers.get('idempotency-key');
  if (!key || !keyPattern.test(key)) throw new AppError('idempotency_key_required');
  return key;
}

/** An answer may repeat what was typed. One that only says that an act was interrupted is kept as it is. */
const isSealed = (reply: string) => reply.startsWith('v1.');

/**
 * Takes the key for this person, endpoint and path before anything is done.
 * @returns the kept answer of the same request, or the claim
 * @throws AppError idempotency_key_reused for another body, in_progress while the first still runs
 */
export async function claimKey(
  {
    digests,
    store: { db },
    vault,
  }: { digests: () => Promise<Digest>; store: { db: Database }; vault: Vault },
  scope: Scope,
  key: string,
  body: string,
): Promise<{ replay: Response } | { claim: Claim }> {
  // Keyed: a body may hold an account number, and those are few enough to be guessed from a plain digest.
  const bodyDigest = (await digests())(`body ${body}`);
  const where = and(
    eq(idempotencyKeys.personId, scope.personId),
    eq(idempotencyKeys.endpoint, scope.endpoint),
    eq(idempotencyKeys.path, scope.path),
    eq(idempotencyKeys.key, key),
  );
  const place = {
    table: 'idempotency_keys',
    column: 'reply',
    row: JSON.stringify([scope.personId, scope.endpoint, scope.path, key]),
  };
  const [claimed] = await db
    .insert(idempotencyKeys)
    .values({ ...scope, key, bodyDigest })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (!claimed) {
    const [known] = await db.select().from(idempotencyKeys).where(where);
    if (!known) throw new AppError('in_progress');
    if (known.bodyDigest !== bodyDigest) throw new AppError('idempotency_key_reused');
    if (known.status === null) throw new AppError('in_progress');
    const headers = {
      'content-type': known.replyContentType ?? 'application/json',
      'idempotent-replayed': 'true',
      'cache-control': 'no-store',
    };
    const reply = known.reply && isSealed(known.reply) ? vault.open(known.reply, place) : known.reply;
    return { replay: new Response(reply, { status: known.status, headers }) };
  }
  const release = async () => {
    await db.delete(idempotencyKeys).where(where);
  };
  return {
    claim: {
      release,
      async keep(response, errorCode) {
        if (errorCode && notKept.has(errorCode)) return release();
        await db
          .update(idempotencyKeys)
          .set({
            status: response.status,
            replyContentType: response.headers.get('content-type'),
            reply: vault.seal(await response.clone().text(), place),
          })
          .where(where);
      },
    },
  };
}

export async function pruneIdempotencyKeys(db: Database): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(Date.now() - keepForMs)));
}

/**
 * A process that ended left its keys running. No act takes this long: what became of it is not known, and reading Wise
 * tells.
 */
export async function settleInterruptedKeys(db: Database): Promise<void> {
  const error = new AppError('outcome_unknown');
  await db
    .update(idempotencyKeys)
    .set({
      status: error.status,
      reply: JSON.stringify(problemOf(error, 'interrupted')),
      replyContentType: 'application/problem+json',
    })
    .where(
      and(isNull(idempotencyKeys.status), lt(idempotencyKeys.createdAt, new Date(Date.now() - longestActMs))),
    );
}
