import 'server-only';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { Endpoint, QueryOf, ReplyOf } from '../../contracts/define-endpoint.ts';
import { urlOf } from '../../contracts/url-of.ts';
import { runtime } from '../runtime.ts';

/** Longer than Wise may take; who has waited so long is better shown the page without it. */
const patienceMs = 20_000;

/**
 * Reads an endpoint for a page that is being made, through the endpoint's own route and with the reader's own cookie: a
 * page can never show what the endpoint would refuse.
 * @returns undefined when it cannot be read; the page then reads and explains by itself
 */
export async function prefetchEndpoint<E extends Endpoint>(
  endpoint: E,
  input: { params?: Record<string, string>; query?: QueryOf<E> } = {},
): Promise<ReplyOf<E> | undefined> {
  // A build renders pages too, and must not open the store.
  await connection();
  const { env } = await runtime();
  const url = new URL(urlOf(endpoint, input), env.ownUrl);
  try {
    const response = await fetch(url, {
      // Within one process nothing is gained by packing it.
      headers: { cookie: (await cookies()).toString(), 'accept-encoding': 'identity' },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return undefined;
    // The route parsed it against the endpoint's own schema a moment ago.
    return (await response.json()) as ReplyOf<E>;
  } catch {
    return undefined;
  }
}
