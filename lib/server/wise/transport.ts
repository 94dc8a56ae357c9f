import 'server-only';
import { Agent, type Dispatcher } from 'undici';
import { problemBodyLimit, type WiseHeaders } from './read-problem.ts';

export interface TransportRequest {
  origin: string;
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  /** From now until the last byte of the answer. */
  timeoutMs: number;
}

export interface TransportReply {
  status: number;
  headers: WiseHeaders;
  text: string;
  /** The same as it came, for what is no text. */
  bytes: Buffer;
  /** The body was longer than the console takes; `text` and `bytes` are empty then. */
  tooLarge: boolean;
}

/** No complete answer came. */
export class TransportFailure extends Error {
  /** False = not a byte of the request left this process. */
  readonly sent: boolean;
  /** Known when the answer broke off after its first line. */
  readonly status: number | undefined;
  readonly code: string;

  constructor(sent: boolean, status: number | undefined, code: string, cause?: unknown) {
    super(`No complete answer: ${code}`, cause === undefined ? undefined : { cause });
    this.name = 'TransportFailure';
    this.sent = sent;
    this.status = status;
    this.code = code;
  }
}

export interface Transport {
  /** @throws TransportFailure */
  send(request: TransportRequest): Promise<TransportReply>;
  close(): Promise<void>;
}

export interface TransportOptions {
  /** Connections kept per host. */
  connections?: number;
  connectTimeoutMs?: number;
  /** Longest answer taken, in bytes. */
  replyLimit?: number;
}

/** One connection pool of our own: Next's patched fetch would cache and cost more. */
export function createTransport(options: TransportOptions = {}): Transport {
  const { connections = 64, connectTimeoutMs = 2_000, replyLimit = 5 * 1024 * 1024 } = options;
  const agent = new Agent({
    connections,
    pipelining: 1,
    allowH2: false,
    // Wise's own Keep-Alive hint wins where it is shorter.
    keepAliveTimeout: 10_000,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    send: (request) => sendOnce(agent, request, replyLimit),
    close: () => agent.destroy(),
  };
}

function sendOnce(agent: Agent, request: TransportRequest, replyLimit: number): Promise<TransportReply> {
  const { timeoutMs, body, ...rest } = request;
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let reply: { status: number; headers: WiseHeaders } | undefined;
    let settled = false;
    const chunks: Buffer[] = [];
    let length = 0;

    const settle = (finish: () => void) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      finish();
    };
    const fail = (code: string, cause?: unknown) =>
      settle(() => reject(new TransportFailure(controller !== undefined, reply?.status, code, cause)));
    const timer = setTimeout(() => {
      fail('TIMEOUT');
      controller?.abort(new Error('timeout'));
    }, timeoutMs);

    agent.dispatch(
      { ...rest, body: body ?? null },
      {
        // undici calls this when a connection stands and just before it writes; earlier nothing can have left.
        onRequestStart(started) {
          if (settled) started.abort(new Error('given up'));
          else controller = started;
        },
        onResponseStart(_, status, headers) {
          if (status >= 200) reply = { status, headers };
        },
        onResponseData(started, chunk) {
          length += chunk.length;
          const limit = reply !== undefined && reply.status >= 400 ? problemBodyLimit : replyLimit;
          if (length <= limit) return void chunks.push(chunk);
          const { status, headers } = reply ?? { status: 0, headers: {} };
          settle(() => resolve({ status, headers, text: '', bytes: Buffer.alloc(0), tooLarge: true }));
          started.abort(new Error('too large'));
        },
        onResponseEnd() {
          const { status, headers } = reply ?? { status: 0, headers: {} };
          const bytes = Buffer.concat(chunks, length);
          settle(() => resolve({ status, headers, text: bytes.toString('utf8'), bytes, tooLarge: false }));
        },
        onResponseError(_, error) {
          fail(codeOf(error), error);
        },
      },
    );
  });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'FAILED';
}
