import 'server-only';
import type { TestReply } from '../../../contracts/connections.ts';
import { AppError } from '../../http/app-error.ts';
import { cardsJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { checkConnection } from './check-connection.ts';
import { readConnectionOrThrow } from './read-connection.ts';

export async function testConnection(
  parts: Runtime,
  userId: string,
  note: (details: Record<string, unknown>) => void,
): Promise<TestReply> {
  const { state } = await readConnectionOrThrow(parts, userId);
  if (state === 'disconnected')
    throw new AppError('conflict', { detail: 'It is disconnected: there is no token to test.' });
  const outcome = await checkConnection(parts, userId, 'interactive');
  note({ outcome });
  // What was not read while it was broken is read now.
  if (outcome === 'works' && state === 'broken') await parts.jobs.ask(cardsJob).catch(() => undefined);
  return { outcome, connection: await readConnectionOrThrow(parts, userId) };
}
