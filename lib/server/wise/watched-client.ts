import 'server-only';
import { AppError } from '../http/app-error.ts';
import type { WiseClient } from './client.ts';
import type { ConnectionFacts, ConnectionFactsReader } from './connection-facts.ts';
import { WiseError } from './errors.ts';
import type { WisePath } from './path.ts';

/** Told of what calls say about the connection they went by. Nobody waits for it. */
export interface ConnectionWatcher {
  used(userId: string): void;
  /** Wise took neither the token nor the one that was fetched in its place. */
  refused(userId: string): void;
}

/** Wise: what a personal token may be used for, of all that the console calls. Cards are not among it. */
const personalPaths: ReadonlySet<string> = new Set(['/v1/me', '/v2/profiles', '/v1/profiles/{}/activities']);

/** Calls only what the connection is good for, and tells the watcher how it went. */
export function watchConnections(
  client: WiseClient,
  facts: ConnectionFactsReader,
  watcher: ConnectionWatcher,
): WiseClient {
  return {
    async call(request) {
      const { token, path } = request;
      if (token.kind === 'client') return client.call(request);
      requireReach(await facts.of(token.userId), path);
      try {
        const reply = await client.call(request);
        watcher.used(token.userId);
        return reply;
      } catch (error) {
        if (error instanceof WiseError && error.kind === 'unauthorised') watcher.refused(token.userId);
        throw error;
      }
    },
  };
}

function requireReach(facts: ConnectionFacts | undefined, { path, template }: WisePath): void {
  if (!facts) return;
  if (facts.state !== 'working') throw new AppError('wise_not_connected');
  const profileId = /\/profiles\/(\d{1,19})(?=\/|$)/.exec(path)?.[1];
  if (profileId !== undefined && facts.deactivated.has(profileId))
    throw new AppError('wise_not_connected', { detail: 'Wise has deactivated this profile.' });
  if (facts.kind === 'personal' && !personalPaths.has(template)) throw new AppError('wise_token_limited');
}
