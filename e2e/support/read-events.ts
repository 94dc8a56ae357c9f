import type { ConsoleEvent } from '../../lib/contracts/events.ts';
import type { ConsoleClient } from './console-client.ts';

export interface EventReader {
  /** Everything received until now, with its id. */
  readonly received: { id: number | undefined; event: ConsoleEvent }[];
  /** Resolves with the first event, already received or still to come, that is meant. Rejects when the stream ends. */
  until(isMeant: (event: ConsoleEvent) => boolean): Promise<{ id: number | undefined; event: ConsoleEvent }>;
  /** Resolves when the console ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the event stream and resolves once it has said hello. */
export async function readEvents(client: ConsoleClient, lastEventId?: number): Promise<EventReader> {
  const reply = await client.open(
    '/api/events',
    lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  );
  if (!reply.ok || !reply.body) throw new Error(`The event stream answered ${reply.status}`);
  const received: EventReader['received'] = [];
  const waiting = new Set<() => void>();
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let isOver = false;
  const wake = () => {
    for (const call of [...waiting]) call();
  };
  const ended = (async () => {
    let buffer = '';
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) break;
      buffer += value ?? '';
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const id = /^id: (\d+)$/m.exec(block)?.[1];
        if (data) received.push({ id: id === undefined ? undefined : Number(id), event: JSON.parse(data) });
      }
      wake();
    }
    isOver = true;
    wake();
  })();

  const until: EventReader['until'] = (isMeant) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = received.find(({ event }) => isMeant(event));
        if (!found && !isOver) return;
        waiting.delete(look);
        if (found) resolve(found);
        else reject(new Error(`The stream ended after ${JSON.stringify(received)}`));
      };
      waiting.add(look);
      look();
    });
  await until((event) => event.type === 'hello');
  return { received, until, ended, close: () => void reader.cancel().catch(() => undefined) };
}
