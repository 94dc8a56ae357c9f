import 'server-only';
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { ErrorCode } from '../../catalogues/errors.ts';
import type { EndpointSchemas, ServedEndpoint } from '../../contracts/endpoint-schema.ts';
import { beginAudit } from '../audit/audited-act.ts';
import { authorise } from '../auth/authorise.ts';
import type { CardScope, Operator } from '../auth/operator.ts';
import { type Runtime, runtime } from '../runtime.ts';
import { holdForConfirmation } from '../sca/hold-for-confirmation.ts';
import { takeReplay } from '../sca/replay.ts';
import { recordDeniedAccess } from '../services/branches/denied-access.ts';
import { type LocatedCard, locateCard } from '../services/locate-card.ts';
import { setAnswerHeaders } from './answer-headers.ts';
import { AppError } from './app-error.ts';
import { failureResponse } from './failure-response.ts';
import { type Claim, claimKey, readIdempotencyKey } from './idempotency.ts';
import { problemResponse } from './problem-response.ts';
import { parsePart, queryOf, readJsonBody } from './read-input.ts';
import { requireSameOrigin } from './same-origin.ts';
import { errorOf, toAppError } from './to-app-error.ts';

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type NamesCard = { schemas: { params: z.ZodType<{ profileId: string; cardToken: string }> } };

export interface Context<E extends ServedEndpoint> {
  runtime: Runtime;
  request: NextRequest;
  requestId: string;
  /** Never present on a public endpoint. */
  operator: Operator;
  /** Which cards this person may see through this endpoint. */
  scope: CardScope;
  /** The card the path names, already known to be within the person's scope. */
  card: E extends NamesCard ? LocatedCard : undefined;
  params: Parsed<E['schemas']['params']>;
  query: Parsed<E['schemas']['query']>;
  body: Parsed<E['schemas']['body']>;
  /** Adds ids and codes to the audit row of this act. */
  noteForAudit(details: Record<string, unknown>): void;
}
type ReplyOf<E extends ServedEndpoint> = E['schemas']['reply'] extends z.ZodType
  ? z.input<E['schemas']['reply']>
  : Response;
const onePacket = 1200;
type Segment = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Makes a route handler of an endpoint: who is it, may they, is the request well formed, audit intent, handler, is the
 * reply as promised, audit outcome. Failures answer problem+json; nothing else leaves.
 * @param handler gets checked input only; throws AppError for what it means to refuse
 */
export function route<E extends ServedEndpoint>(
  served: E,
  handler: (context: Context<E>) => Promise<ReplyOf<E>>,
) {
  return async (request: NextRequest, segment: Segment): Promise<Response> => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const parts = await runtime().catch(() => undefined);
    if (!parts)
      return setAnswerHeaders(problemResponse(new AppError('store_unavailable'), requestId), requestId);
    let errorCode: string | undefined;
    let response: Response;
    try {
      const run = () =>
        parts.inFlight.during(
          requestId,
          () =>
            answer(parts, served, handler, request, segment, requestId).catch((thrown: unknown) => {
              throw errorOf(parts.inFlight, thrown);
            }),
          takeReplay(parts.scaReplays, request),
        );
      const { lane } = served.endpoint;
      response = await (lane ? parts.lanes[lane](run) : run());
    } catch (thrown) {
      const error = toAppError(thrown);
      errorCode = error.code;
      response = failureResponse(parts.log, error, requestId);
    }
    setAnswerHeaders(response, requestId);
    parts.metrics.observeRequest(served.endpoint, response.status, errorCode, performance.now() - startedAt);
    return response;
  };
}

async function answer<E extends ServedEndpoint>(
  parts: Runtime,
  served: E,
  handler: (context: Context<E>) => Promise<ReplyOf<E>>,
  request: NextRequest,
  segment: Segment,
  requestId: string,
): Promise<Response> {
  const { endpoint, schemas } = served;
  requireSameOrigin(endpoint, request, parts.env.consoleUrl);
  const { operator, scope } = await authorise(parts, endpoint, request);

  const params = parsePart(schemas.params, 'params', await segment.params);
  const query = parsePart(schemas.query, 'query', queryOf(request.nextUrl.searchParams));
  const sent = schemas.body ? await readJsonBody(request, endpoint.mostBodyBytes) : undefined;
  const body = parsePart(schemas.body, 'body', sent?.value);
  const recordDenied = (error: AppError) =>
    recordDeniedAccess(parts, error, { operator, scope, named: [body, query, params] });
  const card = await locateNamedCard(parts, params, scope).catch(async (thrown: unknown) => {
    await recordDenied(toAppError(thrown));
    throw thrown;
  });

  const idempotencyKey = endpoint.needsIdempotencyKey ? readIdempotencyKey(request.headers) : undefined;
  const claimed = idempotencyKey
    ? await claimKey(
        parts,
        {
          personId: operator.personId,
          endpoint: `${endpoint.method} ${endpoint.path}`,
          path: request.nextUrl.pathname,
        },
        idempotencyKey,
        sent?.text ?? '',
      )
    : undefined;
  if (claimed && 'replay' in claimed) return claimed.replay;

  const act = await beginAudit(parts, served, { operator, params, body, requestId }).catch(
    async (cause: unknown) => {
      await claimed?.claim.release();
      throw new AppError('store_unavailable', { cause });
    },
  );
  let result: unknown;
  try {
    // The checks above are what make the context what the endpoint's schemas say.
    const context = {
      runtime: parts,
      request,
      requestId,
      operator,
      scope,
      card,
      params,
      query,
      body,
      noteForAudit: act.note,
    };
    result = await handler(context as Context<E>);
  } catch (thrown) {
    const error = await holdForConfirmation(parts, errorOf(parts.inFlight, thrown), {
      operator,
      method: endpoint.method,
      path: request.nextUrl.pathname + request.nextUrl.search,
      body: sent?.text,
      idempotencyKey,
      params,
      action: act.action,
      details: act.details,
    });
    await act.fail(error);
    await recordDenied(error);
    await keepAnswer(parts, claimed?.claim, problemResponse(error, requestId), error.code);
    throw error;
  }
  await act.succeed();
  const response = result instanceof Response ? result : jsonResponse(schemas, result);
  await keepAnswer(parts, claimed?.claim, response, undefined);
  return response;
}

/** The act is done whatever becomes of its kept answer; a key without one answers "still being done" until it is settled. */
async function keepAnswer(
  parts: Runtime,
  claim: Claim | undefined,
  response: Response,
  code: ErrorCode | undefined,
) {
  await claim?.keep(response, code).catch(() => parts.log.error('answer not kept under its idempotency key'));
}

async function locateNamedCard(
  parts: Runtime,
  params: unknown,
  scope: CardScope,
): Promise<LocatedCard | undefined> {
  if (typeof params !== 'object' || params === null || !('cardToken' in params) || !('profileId' in params))
    return undefined;
  return locateCard(parts, String(params.profileId), String(params.cardToken), scope);
}

function jsonResponse({ reply: schema, status }: EndpointSchemas, result: unknown): Response {
  const reply = JSON.stringify(schema === 'raw' ? result : schema.parse(result));
  return new Response(reply, {
    status: status ?? 200,
    headers: {
      'content-type': 'application/json',
      // Next knows no length of it, and compresses what fits into one packet anyway.
      'cache-control': reply.length < onePacket ? 'no-store, no-transform' : 'no-store',
    },
  });
}
