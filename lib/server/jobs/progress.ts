import 'server-only';
import type { Store } from '../db/database.ts';
import { type KeptEvent, publishEvent } from '../events/event-hub.ts';

const tellEveryMs = 1000;

/** Tells open pages now and then how far it is, however many steps there are in between. */
export function createProgress({ store }: { store: Store }, eventOf: (id: string) => KeptEvent) {
  const waiting = new Set<string>();
  const tell = async () => {
    const events = [...waiting].map(eventOf);
    waiting.clear();
    if (events.length > 0) await store.db.transaction((tx) => publishEvent(tx, ...events));
  };
  const timer = setInterval(() => void tell().catch(() => undefined), tellEveryMs);
  return {
    note: (id: string) => waiting.add(id),
    async end() {
      clearInterval(timer);
      await tell().catch(() => undefined);
    },
  };
}
