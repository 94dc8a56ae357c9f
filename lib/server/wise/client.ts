import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { CallPriority, RateBudget } from './budget.ts';
import { type Clock, sleep } from './clock.ts';
import { WiseError } from './errors.ts';
import { stringifyWiseJson } from './json.ts';
import type { WiseLogger } from './logger.ts';
import { pathInVersion, type WiseApiVersion, type WisePath } from './path.ts';
import { readTraceId, readWiseProblem } from './read-problem.ts';
import { readReply } from './read-reply.ts';
import { decideRetry, problemOfFailure, settleProblem } from './retry.ts';
import type { TokenOwner } from './token-store.ts';
import type { TokenService } from './tokens.ts';
import { type Transport, TransportFailure, type TransportReply, type TransportRequest } from './transport.ts';

export interface WiseCall<Reply extends z.ZodType | 'empty'> {
  method: TransportRequest['method'];
  host?: 'api' | 'card-data';
  path: WisePath;
  query?: Record<string, string | number | undefined>;
  /** Written as JSON; a bigint becomes its digits. */
  body?: unknown;
  token: TokenOwner;
  priority: CallPriority;
  /** A read, or a write with a key by which Wise knows it again. Only these are ever repeated. */
  safe: boolean;
  headers?: Record<string, string>;
  /** For each attempt, in milliseconds. */
  timeoutMs?: number;
  /** Up to 36 characters; Wise writes it into its own logs. Minted when absent. */
  correlationId?: string | undefined;
  reply: Reply;
}

export type WiseReply<Reply extends z.ZodType | 'empty'> = Reply extends z.ZodType ? z.output<Reply> : void;

export interface WiseClient {
  /**
   * One call to Wise: token, rate budget, time limit, repeats, reading of the answer.
   * A 401 was not carried out, so the token is renewed and the call made once more, whatever it is.
   * @throws WiseError what became of the call, see `kind`; AppError `wise_not_connected` when there is no token
   */
  call<Reply extends z.ZodType | 'empty'>(request: WiseCall<Reply>): Promise<WiseReply<Reply>>;
}

/** One finished attempt, for metrics and the log. Holds no ids, names, bodies or tokens. */
export interface WiseAttempt {
  method: string;
  host: string;
  path: string;
  status: number | undefined;
  outcome: string;
  ms: number;
  attempt: number;
  priority: CallPriority;
  correlationId: string;
  traceId: string | undefined;
}

export interface WiseClientOptions {
  transport: Transport;
  tokens: TokenService;
  budget: RateBudget;
  hosts: { api: string; cardData: string };
  version: WiseApiVersion;
  clock: Clock;
  logger: WiseLogger;
  observe?: (attempt: WiseAttempt) => void;
  /** For all attempts of one call together, in milliseconds. */
  deadlineMs?: Record<CallPriority, number>;
  timeoutMs?: Record<CallPriority, number>;
  random?: () => number;
}

const defaultDeadlineMs = { interactive: 15_000, background: 90_000 };
const defaultTimeoutMs = { interactive: 10_000, background: 20_000 };

export function createWiseClient(options: WiseClientOptions): WiseClient {
  const { tokens, budget, clock, deadlineMs = defaultDeadlineMs, random = Math.random } = options;
  const sendAttempt = createSender(options);

  return {
    async call(request) {
      const deadline = clock.now() + deadlineMs[request.priority];
      const send = sendAttempt(request, request.correlationId ?? randomUUID());
      let renewed = false;
      for (let attempt = 1; ; attempt += 1) {
        const token = await tokens.tokenFor(request.token);
        await budget.acquire(request.priority);
        try {
          return await send(token, attempt, deadline - clock.now());
        } catch (error) {
          if (!(error instanceof WiseError)) throw error;
          if (error.kind === 'rate-limited') budget.pause(error.retryAfterSeconds);
          if (error.kind === 'unauthorised' && !renewed) {
            renewed = true;
            attempt -= 1;
            tokens.invalidate(request.token, token);
            continue;
          }
          const { safe } = request;
          const answer = decideRetry({ safe, attempt, error, remainingMs: deadline - clock.now(), random });
          if (!answer.retry) throw error;
          await sleep(clock, answer.delayMs);
        }
      }
    },
  };
}

type Send<Reply> = (token: string, attempt: number, remainingMs: number) => Promise<Reply>;

function createSender(options: WiseClientOptions) {
  const { transport, hosts, version, clock, timeoutMs = defaultTimeoutMs } = options;
  const bases = { api: new URL(hosts.api), 'card-data': new URL(hosts.cardData) };

  return <Reply extends z.ZodType | 'empty'>(
    request: WiseCall<Reply>,
    correlationId: string,
  ): Send<WiseReply<Reply>> => {
    const { method, host = 'api', priority } = request;
    const isRead = method === 'GET';
    const body = request.body === undefined ? undefined : stringifyWiseJson(request.body);
    const path =
      bases[host].pathname.replace(/\/$/, '') +
      pathInVersion(request.path, host === 'api' ? version : 'legacy') +
      toQuery(request.query);

    return async (token, attempt, remainingMs) => {
      const startedAt = performance.now();
      const report = (outcome: string, status?: number, traceId?: string) =>
        reportAttempt(options, {
          method,
          host,
          path: request.path.template,
          status,
          outcome,
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          attempt,
          priority,
          correlationId,
          traceId,
        });
      let reply: TransportReply;
      try {
        reply = await transport.send({
          origin: bases[host].origin,
          path,
          method,
          headers: {
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...request.headers,
            authorization: `Bearer ${token}`,
            'x-external-correlation-id': correlationId,
          },
          ...(body === undefined ? {} : { body }),
          timeoutMs: Math.max(1, Math.min(request.timeoutMs ?? timeoutMs[priority], remainingMs)),
        });
      } catch (failure) {
        if (!(failure instanceof TransportFailure)) throw failure;
        const error = new WiseError(problemOfFailure(failure, isRead));
        report(`${error.kind} ${failure.code}`, failure.status);
        throw error;
      }
      const traceId = readTraceId(reply.headers);
      if (reply.status < 200 || reply.status > 299) {
        const problem = readWiseProblem(reply.status, reply.headers, reply.text, clock.now());
        const error = new WiseError(settleProblem(problem, isRead));
        report([error.kind, ...error.codes.map((item) => item.code)].join(' '), reply.status, traceId);
        throw error;
      }
      const read = readReply(request.reply, reply);
      report(read.ok ? 'ok' : `not-understood ${read.faults.join(', ')}`, reply.status, traceId);
      if (read.ok) return read.value;
      throw new WiseError({
        kind: 'not-understood',
        status: reply.status,
        codes: [],
        applied: !isRead,
        ...(traceId === undefined ? {} : { traceId }),
      });
    };
  };
}

function reportAttempt({ logger, observe }: WiseClientOptions, attempt: WiseAttempt): void {
  observe?.(attempt);
  if (attempt.outcome === 'ok') logger.info({ ...attempt }, 'wise call');
  else logger.warn({ ...attempt }, 'wise call');
}

function toQuery(query: Record<string, string | number | undefined> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
