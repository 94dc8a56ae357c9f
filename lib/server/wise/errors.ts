import 'server-only';
import { hasMark } from '../http/shared-class.ts';

const mark = Symbol.for('wise-admin-console.WiseError');

/**
 * What a failed call to Wise means.
 * `unavailable` = nothing was changed; `unknown` = a write that may or may not have been done;
 * `not-understood` = an answer that could not be read (`applied` says whether the write was done).
 */
export type WiseErrorKind =
  | 'refused'
  | 'not-found'
  | 'unauthorised'
  | 'sca'
  | 'rate-limited'
  | 'unavailable'
  | 'unknown'
  | 'not-understood';

/** `message` is Wise's own text: for our own conclusions, never for logs, answers or the page. */
export interface WiseProblemCode {
  code: string;
  message?: string;
  path?: string;
}

export interface WiseProblem {
  kind: WiseErrorKind;
  status?: number;
  codes: WiseProblemCode[];
  traceId?: string;
  retryAfterSeconds?: number;
  sca?: { oneTimeToken: string };
  /** The write was done although its answer could not be read. */
  applied?: boolean;
  cause?: unknown;
}

export class WiseError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasMark(value, mark);
  }

  readonly [mark] = true;
  readonly kind: WiseErrorKind;
  readonly status: number | undefined;
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly applied: boolean;
  // Private, so that no logger that walks over an error's properties finds them.
  readonly #codes: readonly WiseProblemCode[];
  readonly #sca: { oneTimeToken: string } | undefined;

  constructor(problem: WiseProblem) {
    const status = problem.status === undefined ? '' : ` (${problem.status})`;
    super(
      `Wise: ${problem.kind}${status}`,
      problem.cause === undefined ? undefined : { cause: problem.cause },
    );
    this.name = 'WiseError';
    this.kind = problem.kind;
    this.status = problem.status;
    this.traceId = problem.traceId;
    this.retryAfterSeconds = problem.retryAfterSeconds;
    this.applied = problem.applied ?? false;
    this.#codes = problem.codes;
    this.#sca = problem.sca;
  }

  /** Wise: a code is not unique; read it together with the endpoint, the status and the path. */
  get codes(): readonly WiseProblemCode[] {
    return this.#codes;
  }

  get sca(): { oneTimeToken: string } | undefined {
    return this.#sca;
  }

  hasCode(code: string): boolean {
    return this.#codes.some((item) => item.code === code);
  }
}
