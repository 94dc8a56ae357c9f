import type { ErrorCode } from '../catalogues/errors.ts';
import type { ScaState } from './sca.ts';

/** RFC 9457 body of every failed answer (`application/problem+json`). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  /** What to do next. */
  advice: string;
  /** What is certain: nothing was changed, or it is not known yet. */
  certain: 'nothing' | 'unknown';
  requestId: string;
  /** Which field is wrong and how: `{ path: "body.permissions.0.type", message }`. */
  fields?: { path: string; message: string }[];
  /** Where Wise wants its user to confirm the request first: what, and until when it waits. */
  sca?: ScaState;
  /** Wise's trace id, for their support. */
  upstream?: { traceId?: string; status?: number };
  retryAfterSeconds?: number;
}
