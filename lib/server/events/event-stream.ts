import 'server-only';
import type { ConsoleEvent } from '../../contracts/events.ts';
import type { Operator } from '../auth/operator.ts';
import type { Runtime } from '../runtime.ts';
import type { StoredEvent } from './event-hub.ts';
import { isMeantFor } from './meant-for.ts';

const heartbeatMs = 15_000;
const checkSessionMs = 10_000;
const encoder = new TextEncoder();

/**
 * Server-sent events of this person, beginning after the last one the browser has seen. It ends when the session ends,
 * and does not keep an idle session alive.
 */
export function openEventStream(parts: Runtime, operator: Operator, request: Request): Response {
  const { hub, sessions } = parts;
  const resumeAfter = readLastEventId(request);
  let stop: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = (event: ConsoleEvent, id?: number) => {
        write(
          `${id === undefined ? '' : `id: ${id}\n`}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
        );
      };
      const heartbeat = setInterval(() => write(': \n\n'), heartbeatMs);
      const check = setInterval(() => void endIfSignedOut(), checkSessionMs);
      const stopWatching = sessions.onDrop(() => void endIfSignedOut());
      const stopWaiting = hub.onClose(() => end());
      let unsubscribe: () => void = () => undefined;
      let isStopped = false;
      stop = () => {
        if (isStopped) return;
        isStopped = true;
        clearInterval(heartbeat);
        clearInterval(check);
        stopWatching();
        stopWaiting();
        unsubscribe();
      };
      const endIfSignedOut = async () => {
        const found = await sessions.find(operator.sessionId, false).catch(() => operator);
        if (found || isStopped) return;
        send({ type: 'session.ended' });
        end();
      };
      const end = () => {
        if (isStopped) return;
        stop();
        controller.close();
      };
      request.signal.addEventListener('abort', stop);

      let lastSent = resumeAfter ?? hub.lastId;
      const greet = (live: boolean) => send({ type: 'hello', live }, lastSent);
      const deliver = async ({ id, event }: StoredEvent) => {
        if (isStopped || id <= lastSent) return;
        lastSent = id;
        if (await isMeantFor(parts, operator, event)) send(event, id);
      };
      // Those that come while older ones are read wait for them: the order of ids holds.
      let queue = Promise.resolve();
      const inOrder = (step: () => unknown) => {
        queue = queue.then(async () => void (isStopped || (await step()))).catch(end);
      };
      const isBehind = resumeAfter !== undefined && resumeAfter < hub.lastId;
      greet(!isBehind);
      if (resumeAfter !== undefined) inOrder(() => catchUp(parts, resumeAfter, deliver));
      unsubscribe = hub.subscribe((event) => inOrder(() => deliver(event)));
      if (isBehind) inOrder(() => greet(true));
    },
    cancel() {
      stop();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

async function catchUp(
  parts: Runtime,
  after: number,
  deliver: (event: StoredEvent) => Promise<void>,
): Promise<void> {
  for (let last = after; ; ) {
    const events = await parts.hub.readAfter(last);
    const newest = events.at(-1);
    if (!newest) return;
    for (const event of events) await deliver(event);
    last = newest.id;
  }
}

/** The browser sends the header by itself when it reconnects, and the query when a new tab takes over. */
function readLastEventId(request: Request): number | undefined {
  const text = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('lastEventId');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
