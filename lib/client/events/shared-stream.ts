import type { ConsoleEvent } from '../../contracts/events.ts';
import { openStream, type StreamHandlers } from './connection.ts';

type ConnectionState = Parameters<StreamHandlers['onState']>[0];
type Message =
  | { kind: 'state'; state: ConnectionState }
  | { kind: 'event'; event: ConsoleEvent; id: string }
  | { kind: 'ask' };

const name = 'console-events';

/**
 * One event stream per browser: the tab that holds the lock has the connection and tells the others; when it goes, the next
 * one takes over from the last id it heard. Where the browser has no locks every tab has its own.
 * @param from the newest id when the page was made
 * @returns leaves
 */
export function joinStream(handlers: StreamHandlers, from: string): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return openStream(handlers, from);

  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let lastId = from;
  let state: ConnectionState = 'reconnecting';
  let isLeader = false;

  const take = (message: Message) => {
    if (message.kind === 'state') {
      state = message.state;
      handlers.onState(message.state);
    } else if (message.kind === 'event') {
      if (message.id !== '') lastId = message.id;
      handlers.onEvent(message.event, message.id);
    }
  };
  const tell = (message: Message) => {
    channel.postMessage(message);
    take(message);
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'ask') take(data);
    else if (isLeader) channel.postMessage({ kind: 'state', state } satisfies Message);
  };
  channel.postMessage({ kind: 'ask' } satisfies Message);

  navigator.locks
    .request(name, { signal: leaving.signal }, () => {
      // Granted in the very moment this tab left: nothing would ever close the stream again.
      if (leaving.signal.aborted) return undefined;
      isLeader = true;
      const close = openStream(
        {
          onState: (next) => tell({ kind: 'state', state: next }),
          onEvent: (event, id) => tell({ kind: 'event', event, id }),
        },
        lastId,
      );
      return new Promise<void>((release) => {
        leaving.signal.addEventListener('abort', () => {
          close();
          release();
        });
      });
    })
    .catch(() => undefined);

  return () => {
    leaving.abort();
    channel.close();
  };
}
