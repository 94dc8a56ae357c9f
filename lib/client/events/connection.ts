import { streamEvents } from '../../contracts/events.ts';
import type { ConsoleEvent, ConsoleEventType } from '../../contracts/events.ts';
import { parseEvent } from './invalidations.ts';

/** `reading`: no events, the page reads everything again every 30 s. */
export type LiveState = 'live' | 'catching-up' | 'reconnecting' | 'reading';

export interface StreamHandlers {
  onState: (state: 'live' | 'catching-up' | 'reconnecting') => void;
  onEvent: (event: ConsoleEvent, id: string) => void;
}

const eventNames: Record<ConsoleEventType, true> = {
  hello: true,
  'card.changed': true,
  'card-transaction.changed': true,
  'bulk.changed': true,
  'batch.changed': true,
  'cards.synced': true,
  'card-order.changed': true,
  'production.changed': true,
  'balances.changed': true,
  'branch.changed': true,
  'webhooks.changed': true,
  'connections.changed': true,
  'hold.changed': true,
  'approvals.changed': true,
  'approval-rules.changed': true,
  'cases.changed': true,
  'desk-rules.changed': true,
  'retention.changed': true,
  'new-codes.changed': true,
  'decline-reasons.changed': true,
  'views.changed': true,
  'staff.changed': true,
  'sessions.changed': true,
  'session.ended': true,
};
const longestWaitMs = 15_000;

/**
 * One connection to the event stream that opens itself again, each time from the last id seen.
 * @param from the id to go on from
 * @returns ends it
 */
export function openStream(handlers: StreamHandlers, from: string): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = from;
  let failures = 0;
  let isEnded = false;

  const connect = () => {
    source = new EventSource(`${streamEvents.path}?lastEventId=${encodeURIComponent(lastId)}`);
    const take = ({ data, lastEventId }: MessageEvent<unknown>) => {
      const event = typeof data === 'string' ? parseEvent(data) : undefined;
      if (lastEventId !== '') lastId = lastEventId;
      if (!event) return;
      failures = 0;
      if (event.type === 'hello') handlers.onState(event.live ? 'live' : 'catching-up');
      else handlers.onEvent(event, lastEventId);
    };
    for (const name of Object.keys(eventNames)) source.addEventListener(name, take);
    source.onerror = () => {
      handlers.onState('reconnecting');
      // The browser's own retry keeps the first address; opening anew goes on from the last id in every case.
      source?.close();
      if (isEnded) return;
      failures += 1;
      timer = setTimeout(connect, Math.min(longestWaitMs, 500 * 2 ** Math.min(failures, 5)));
    };
  };
  connect();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    source?.close();
  };
}
