import type { ConsoleEvent } from '../../contracts/events.ts';
import { openStream, type StreamHandlers } from './connection.ts';

type ConnectionState = Parameters<StreamHandlers['onState']>[0];
type Message =
  | { kind: 'state'; state: ConnectionState }
  | { kind: 'event'; event: ConsoleEvent; id: string; to?: string }
  | { kind: 'ask'; from: string; by: string };
type Heard = Extract<Message, { kind: 'event' }>;

const name = 'console-events';
/** A tab that opens hears what came since its page was made, if no more than this. */
const kept = 500;

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
  const self = crypto.randomUUID();
  let lastId = from;
  let state: ConnectionState = 'reconnecting';
  let isLeader = false;
  const heard: Heard[] = [];

  const take = (message: Message) => {
    if (message.kind === 'state') {
      state = message.state;
      handlers.onState(message.state);
    } else if (message.kind === 'event' && (message.to ?? self) === self) {
      if (Number(message.id) > Number(lastId)) lastId = message.id;
      handlers.onEvent(message.event, message.id);
    }
  };
  const post = (message: Message) => channel.postMessage(message);
  const tell = (message: Message) => {
    post(message);
    take(message);
  };
  // What comes meanwhile it may hear twice: an event only says what to read again.
  const tellNewcomer = (to: string, from: string) => {
    for (const message of heard) if (Number(message.id) > Number(from)) post({ ...message, to });
    post({ kind: 'state', state });
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'ask') take(data);
    else if (isLeader) tellNewcomer(data.by, data.from);
  };
  post({ kind: 'ask', from, by: self });

  navigator.locks
    .request(name, { signal: leaving.signal }, () => {
      // Granted in the very moment this tab left: nothing would ever close the stream again.
      if (leaving.signal.aborted) return undefined;
      isLeader = true;
      const close = openStream(
        {
          onState: (next) => tell({ kind: 'state', state: next }),
          onEvent: (event, id) => {
            const message: Heard = { kind: 'event', event, id };
            tell(message);
            if (event.type === 'session.ended') return;
            if (heard.push(message) > kept) heard.shift();
          },
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
