import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ReceivedCall {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface StandInWise {
  url: string;
  /** Everything but requests for tokens. */
  calls: ReceivedCall[];
  tokenRequests: ReceivedCall[];
  /** Answers the next call; one answer each, in order. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
}

export type Answer =
  | { status?: number; headers?: Record<string, string>; body?: string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** An HTTP server that gives tokens and otherwise answers what a test tells it to, for answers Wise gives rarely. */
export async function startStandInWise(): Promise<StandInWise> {
  const calls: ReceivedCall[] = [];
  const tokenRequests: ReceivedCall[] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await readAll(request),
    };
    if (call.path === '/oauth/token') {
      tokenRequests.push(call);
      const token = {
        access_token: `access-${tokenRequests.length}`,
        token_type: 'bearer',
        expires_in: 43_200,
      };
      response.end(JSON.stringify(token));
      return;
    }
    calls.push(call);
    const answer = answers.shift() ?? { status: 599 };
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    tokenRequests,
    answer: (...given) => void answers.push(...given),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
