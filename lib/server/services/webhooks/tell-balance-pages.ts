import 'server-only';
import type { Database } from '../../db/database.ts';
import { publishEvent } from '../../events/event-hub.ts';

export const tellBalancePages = (db: Database, profileId: string): Promise<void> =>
  db.transaction((tx) => publishEvent(tx, { type: 'balances.changed', profileId }));
