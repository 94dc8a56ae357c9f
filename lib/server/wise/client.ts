import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { AskedOfWise } from './asked.ts';
import type { CallPriority, RateBudget } from './budget.ts';
import { type Clock, sleep } from './clock.ts';
import { WiseError } from './errors.ts';
import type { WiseLogger } from './logger.ts';
import type { WiseApiVersion, WisePath } from './path.ts';
import { decideRetry } from './retry.ts';
import { createSender } from './send-attempt.ts';
import type { TokenOwner } from './token-store.ts';
import type { TokenService } from './tokens.ts';
import type { Transport, TransportRequest } from './transport.ts';

/** `text`, `bytes` = the body as it came, for what only its reader understands. */
export type WiseReplyKind = z.ZodType | 'empty' | 'text' | 'bytes';

export interface WiseCall<Reply extends WiseReplyKind> {
  method: TransportRequest['method'];
  host?: 'api' | 'card-data';
  path: WisePath;
  query?: Record<string, string | number | undefined>;
  /** Written as JSON; a bigint becomes its digits. */
  body?: unknown;
  /** Sent as it is, in place of a JSON body; its content type is among the headers. */
  text?: string;
  token: TokenOwner;
  priority: CallPriority;
  /** A GET may be repeated. Another call only if it changes nothing, or has a key by which Wise knows it again. */
  safe?: true;
  /** A POST that changes nothing: without an answer nothing is unknown. A GET never does. */
  onlyReads?: true;
  headers?: Record<string, string>;
  /** For each attempt, in milliseconds. */
  timeoutMs?: number;
  reply: Reply;
  /** A status Wise refuses with that is a result: read as such where its body fits, an error otherwise. */
  refusal?: { status: number; reply: z.ZodType<WiseReply<Reply>> };
}

export type WiseReply<Reply extends WiseReplyKind> = Reply extends z.ZodType
  ? z.output<Reply>
  : Reply extends 'text'
    ? string
    : Reply extends 'bytes'
      ? Buffer
      : void;

export interface WiseClient {
  /**
   * One call to Wise: token, rate budget, time limit, repeats, reading of the answer.
   * A 401 was not carried out, so the token is renewed and the call made once more, whatever it is.
   * @throws WiseError what became of the call, see `kind`; AppError `wise_not_connected` when there is no token
   */
  call<Reply extends WiseReplyKind>(request: WiseCall<Reply>): Promise<WiseReply<Reply>>;
}

/** One finished attempt, for metrics and the log. Holds no ids, names, bodies or tokens. */
export interface WiseAttempt {
  method: string;
  host: string;
  path: string;
  status: number | undefined;
  outcome: string;
  /** A write that was carried out, or of which nobody knows. */
  mayHaveChanged: boolean;
  ms: number;
  attempt: number;
  priority: CallPriority;
  correlationId: string;
  traceId: string | undefined;
}

export interface WiseClientOptions {
  /**
   * Of the request that is being answered, so that its id finds the calls made for it in Wise's own logs; up to 36
   * characters. Jobs have none, and one is minted.
   */
  correlationId?: () => string | undefined;
  /** Strong customer authentication of the request that is being answered. */
  sca?: {
    /** The one-time token that was confirmed for this very request. */
    approvalFor(asked: AskedOfWise): string | undefined;
    /** Wise wants its user to confirm this request first. */
    refused(asked: AskedOfWise, owner: TokenOwner, oneTimeToken: string): void;
  };
  transport: Transport;
  tokens: TokenService;
  budget: RateBudget;
  hosts: { api: string; cardData: string };
  version: WiseApiVersion;
  clock: Clock;
  logger: WiseLogger;
  observe?: (attempt: WiseAttempt) => void;
  /** From the first attempt on, in milliseconds: no further one begins or lasts beyond it. */
  deadlineMs?: Record<CallPriority, number>;
  timeoutMs?: Record<CallPriority, number>;
  random?: () => number;
}

const defaultDeadlineMs = { interactive: 15_000, background: 90_000 };

export function createWiseClient(options: WiseClientOptions): WiseClient {
  const { tokens, budget, clock, deadlineMs = defaultDeadlineMs, random = Math.random } = options;
  const sendAttempt = createSender(options);

  return {
    async call(request) {
      const send = sendAttempt(request, options.correlationId?.() ?? randomUUID());
      const safe = request.safe ?? request.method === 'GET';
      let deadline: number | undefined;
      let failed: WiseError | undefined;
      let renewed = false;
      for (let attempt = 1; ; ) {
        const token = await tokens.tokenFor(request.token);
        await budget.acquire(request.priority);
        deadline ??= clock.now() + deadlineMs[request.priority];
        if (failed && clock.now() >= deadline) {
          budget.done();
          throw failed;
        }
        try {
          const mostMs = failed ? deadline - clock.now() : undefined;
          return await send(token, attempt, mostMs).finally(() => budget.done());
        } catch (error) {
          if (!(error instanceof WiseError)) throw error;
          if (error.kind === 'rate-limited') budget.pause(error.retryAfterSeconds);
          if (error.kind === 'unauthorised' && !renewed) {
            renewed = true;
            tokens.invalidate(request.token, token);
            continue;
          }
          const remainingMs = deadline - clock.now();
          const answer = decideRetry({ safe, attempt, error, remainingMs, random });
          if (!answer.retry) throw error;
          failed = error;
          attempt += 1;
          await sleep(clock, answer.delayMs);
        }
      }
    },
  };
}
