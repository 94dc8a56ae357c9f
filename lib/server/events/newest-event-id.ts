import 'server-only';
import { runtime } from '../runtime.ts';

/** Where a page's event stream begins: at what was known when the page was made, so that nothing falls in between. */
export async function newestEventId(): Promise<string> {
  return String((await runtime()).hub.lastId);
}
