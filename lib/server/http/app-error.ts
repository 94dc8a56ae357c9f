import 'server-only';
import { type ErrorCode, errors } from '../../catalogues/errors.ts';
import type { ScaState } from '../../contracts/sca.ts';
import { hasMark } from './shared-class.ts';

const mark = Symbol.for('wise-admin-console.AppError');

export interface AppErrorOptions {
  cause?: unknown;
  /** Replaces the catalogue's sentence. Never upstream text, never names, numbers of people or tokens. */
  detail?: string;
  fields?: { path: string; message: string }[];
  sca?: ScaState;
  upstream?: { traceId?: string; status?: number };
  retryAfterSeconds?: number;
}

/** Every failure the console means. The catalogue knows its status, title and advice. */
export class AppError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasMark(value, mark);
  }

  readonly [mark] = true;
  readonly code: ErrorCode;
  readonly options: AppErrorOptions;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.options = options;
  }

  get status(): number {
    return errors[this.code].status;
  }
}
