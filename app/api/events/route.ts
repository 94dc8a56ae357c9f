import { streamEvents } from '@/lib/contracts/events.schema';
import { openEventStream } from '@/lib/server/events/event-stream';
import { route } from '@/lib/server/http/route';

export const GET = route(streamEvents, async ({ runtime, operator, request }) =>
  openEventStream(runtime, operator, request),
);
