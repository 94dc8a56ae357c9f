import { getWebhookStream } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { readStream } from '@/lib/server/services/webhooks/read-stream';

export const GET = route(getWebhookStream, ({ runtime }) => readStream(runtime));
