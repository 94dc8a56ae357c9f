import { basicErrors } from '../catalogues/basic-errors.ts';
import type { ErrorCode } from '../catalogues/errors.ts';
import type { ScaState } from '../contracts/sca.ts';
import type { Problem } from '../contracts/problem.ts';

/** What the catalogue cannot know: the console itself was not reached, or not to the end. */
export type ClientErrorCode = ErrorCode | 'console_unreachable' | 'file_cut_off';
export type ShownProblem = Omit<Problem, 'code'> & { code: ClientErrorCode };

/** Every failed call, whatever failed. Components get this object, never its text alone. */
export class ApiError extends Error {
  readonly code: ClientErrorCode;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: readonly { path: string; message: string }[];
  readonly problem: ShownProblem;
  /** What was called: path and query. */
  readonly address: string | undefined;

  constructor(problem: ShownProblem, options?: ErrorOptions & { address?: string | undefined }) {
    super(problem.title, options);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId === '' ? undefined : problem.requestId;
    this.fields = problem.fields ?? [];
    this.problem = problem;
    this.address = options?.address;
  }

  /** What is wrong with one field of the body, by its path without `body.`: `permissions.0.type`. */
  fieldError(name: string): string | undefined {
    return this.fields.find((field) => field.path === `body.${name}` || field.path === name)?.message;
  }
}

const unreachable = {
  status: 0,
  title: 'The console does not answer',
  detail: 'The request did not come through.',
  advice: 'Check the connection, then read again.',
  certain: 'nothing',
} as const;

/** No answer came. A read changed nothing; whether a write arrived is not known. */
export function noAnswer(isWrite: boolean, cause: unknown): ApiError {
  const entry = isWrite ? basicErrors.outcome_unknown : unreachable;
  const code = isWrite ? 'outcome_unknown' : 'console_unreachable';
  return new ApiError({ ...entry, type: 'about:blank', code, requestId: '' }, { cause });
}

const brokenOff = {
  status: 0,
  title: 'The file broke off',
  detail: 'The connection ended before the file did. Nothing of it was kept.',
  advice: 'Export again.',
  certain: 'nothing',
} as const;

/** An answer began and did not come to its end. */
export function cutOff(cause: unknown): ApiError {
  return new ApiError({ ...brokenOff, type: 'about:blank', code: 'file_cut_off', requestId: '' }, { cause });
}

/** @param body the parsed answer, or undefined where it was no JSON; what is missing in it is told by its status. */
export function errorFromAnswer(
  status: number,
  body: unknown,
  requestId: string,
  address?: string,
): ApiError {
  const given = isRecord(body) ? body : {};
  const basic = codeOf(status);
  const entry = basicErrors[basic];
  const text = (name: 'title' | 'detail' | 'advice') => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : entry[name];
  };
  const retryAfterSeconds = given.retryAfterSeconds;
  const problem: ShownProblem = {
    type: typeof given.type === 'string' ? given.type : 'about:blank',
    title: text('title'),
    status,
    code: isCode(given.code) ? given.code : basic,
    detail: text('detail'),
    advice: text('advice'),
    certain: given.certain === 'unknown' || given.certain === 'nothing' ? given.certain : entry.certain,
    requestId: typeof given.requestId === 'string' ? given.requestId : requestId,
    fields: readFields(given.fields),
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
    ...(isScaState(given.sca) ? { sca: given.sca } : {}),
  };
  return new ApiError(problem, { address });
}

/** The console's own answer, checked against its schema before it was sent. */
const isScaState = (value: unknown): value is ScaState =>
  isRecord(value) && typeof value.scaId === 'string' && Array.isArray(value.challenges);

/** For code that gets `Error` from a library's signature. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(
    { ...basicErrors.internal_error, type: 'about:blank', code: 'internal_error', requestId: '' },
    { cause: error },
  );
}

/** The whole catalogue weighs more than all the rest of the shell: a code in the server's form is one of it. */
const isCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && /^[a-z_]{3,40}$/.test(value);

function codeOf(status: number): keyof typeof basicErrors {
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 504) return 'outcome_unknown';
  return 'internal_error';
}

function readFields(value: unknown): { path: string; message: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    isRecord(item) && typeof item.path === 'string' && typeof item.message === 'string'
      ? [{ path: item.path, message: item.message }]
      : [],
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
