import { serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './events.ts';

export const streamEvents = serveEndpoint(endpoints.streamEvents, { reply: 'raw' });
