import 'server-only';
import { createHash } from 'node:crypto';

/** A request as Wise gets it. A confirmation counts for this very one. */
export interface AskedOfWise {
  method: string;
  host: 'api' | 'card-data';
  /** With its query. */
  path: string;
  /** Beside those every call has: they may name what the call is about. */
  headers: Record<string, string>;
  body: string | undefined;
}

/** SHA-256 over all of it. */
export function digestOfAsked({ body, headers, host, method, path }: AskedOfWise): string {
  const parts = [method, host, path, Object.entries(headers).sort(), body ?? null];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
