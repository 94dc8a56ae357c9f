import 'server-only';
import { tokenReply, type TokenReply, type TokenRequest } from '../../contracts/wise/oauth.ts';
import { WiseError } from './errors.ts';
import { parseWiseJson } from './json.ts';
import { readTraceId, readWiseProblem } from './read-problem.ts';
import { type Transport, TransportFailure, type TransportReply } from './transport.ts';

export interface OauthOptions {
  transport: Transport;
  apiUrl: string;
  clientId: string;
  clientSecret: string;
}

/** Shorter than a lease on a token, so that no two replicas refresh at once. */
const timeoutMs = 8_000;

export type ExchangeToken = (grant: TokenRequest) => Promise<TokenReply>;

/**
 * Wise: POST /oauth/token, the client as HTTP Basic, the grant as a form.
 * @throws WiseError; never `unknown`: whatever asked for the token has not been done.
 */
export function createTokenExchange(options: OauthOptions): ExchangeToken {
  const { transport, apiUrl, clientId, clientSecret } = options;
  const { origin, pathname } = new URL(apiUrl);
  const path = `${pathname.replace(/\/$/, '')}/oauth/token`;
  const basic = Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');

  return async (grant) => {
    const reply = await transport
      .send({
        origin,
        path,
        method: 'POST',
        headers: {
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: new URLSearchParams(grant).toString(),
        timeoutMs,
      })
      .catch((error: unknown) => {
        if (!(error instanceof TransportFailure)) throw error;
        throw new WiseError({ kind: 'unavailable', codes: [], cause: error });
      });
    return readTokenReply(reply);
  };
}

function readTokenReply(reply: TransportReply): TokenReply {
  if (reply.status !== 200) throw new WiseError(readWiseProblem(reply.status, reply.headers, reply.text));
  const parsed = tokenReply.safeParse(parseOrNothing(reply.text));
  if (parsed.success) return parsed.data;
  const traceId = readTraceId(reply.headers);
  throw new WiseError({
    kind: 'not-understood',
    status: reply.status,
    codes: [],
    ...(traceId === undefined ? {} : { traceId }),
  });
}

// The error of a failed parse would quote a token.
function parseOrNothing(text: string): unknown {
  try {
    return parseWiseJson(text);
  } catch {
    return undefined;
  }
}
