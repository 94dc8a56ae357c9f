import 'server-only';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { eraseTokens } from '../../wise/connections.ts';
import { readConnectionOrThrow } from './read-connection.ts';

/** The tokens are erased here. What was granted at Wise stands there until it is withdrawn there. */
export async function disconnectUser(parts: Runtime, userId: string) {
  await readConnectionOrThrow(parts, userId);
  const isEnded = await eraseTokens(parts.store.db, userId);
  parts.wise.forget(userId);
  if (!isEnded) throw new AppError('conflict', { detail: 'It is disconnected already.' });
  return readConnectionOrThrow(parts, userId);
}
