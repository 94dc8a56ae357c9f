import 'server-only';
import type { AskedOfWise } from './asked.ts';
import type { WiseAttempt, WiseCall, WiseClientOptions, WiseReply, WiseReplyKind } from './client.ts';
import { WiseError, type WiseErrorKind } from './errors.ts';
import { stringifyWiseJson } from './json.ts';
import { pathInVersion } from './path.ts';
import { isRejectedPayment, readTraceId, readWiseProblem } from './read-problem.ts';
import { readReply } from './read-reply.ts';
import { problemOfFailure, settleProblem } from './retry.ts';
import { TransportFailure, type TransportReply } from './transport.ts';

/** After every other kind of answer a write was not carried out. */
const leavesChanged: ReadonlySet<WiseErrorKind | 'ok'> = new Set(['ok', 'unknown', 'not-understood']);
const defaultTimeoutMs = { interactive: 10_000, background: 20_000 };

/** @param mostMs bounds this attempt below its usual time limit */
type Send<Reply> = (token: string, attempt: number, mostMs?: number) => Promise<Reply>;

/** One attempt at a call: sends it, reads the answer, leaves a line in the log. @throws WiseError */
export function createSender(options: WiseClientOptions) {
  const { transport, hosts, version, clock, timeoutMs = defaultTimeoutMs } = options;
  const bases = { api: new URL(hosts.api), 'card-data': new URL(hosts.cardData) };

  return <Reply extends WiseReplyKind>(
    request: WiseCall<Reply>,
    correlationId: string,
  ): Send<WiseReply<Reply>> => {
    const { method, host = 'api', priority } = request;
    const isRead = method === 'GET' || request.onlyReads === true;
    const body = request.text ?? (request.body === undefined ? undefined : stringifyWiseJson(request.body));
    const path =
      bases[host].pathname.replace(/\/$/, '') +
      pathInVersion(request.path, host === 'api' ? version : 'legacy') +
      toQuery(request.query);
    const asked: AskedOfWise = { method, host, path, headers: request.headers ?? {}, body };

    return async (token, attempt, mostMs = Number.POSITIVE_INFINITY) => {
      const startedAt = performance.now();
      const report = (
        kind: WiseErrorKind | 'ok',
        details: readonly string[],
        status?: number,
        traceId?: string,
      ) =>
        reportAttempt(options, {
          method,
          host,
          path: request.path.template,
          status,
          outcome: [kind, ...details].join(' '),
          mayHaveChanged: !isRead && leavesChanged.has(kind),
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          attempt,
          priority,
          correlationId,
          traceId,
        });
      const approval = options.sca?.approvalFor(asked);
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
            ...(approval === undefined ? {} : { 'x-2fa-approval': approval }),
            authorization: `Bearer ${token}`,
            'x-external-correlation-id': correlationId,
          },
          ...(body === undefined ? {} : { body }),
          timeoutMs: Math.min(request.timeoutMs ?? timeoutMs[priority], mostMs),
        });
      } catch (failure) {
        if (!(failure instanceof TransportFailure)) throw failure;
        const error = new WiseError(problemOfFailure(failure, isRead));
        report(error.kind, [failure.code], failure.status);
        throw error;
      }
      const traceId = readTraceId(reply.headers);
      if (reply.status === request.refusal?.status) {
        const refusal = readReply(request.refusal.reply, reply);
        if (refusal.ok) {
          report('ok', [], reply.status, traceId);
          return refusal.value;
        }
      }
      const isOk = reply.status >= 200 && reply.status <= 299;
      const read = isOk ? readReply(request.reply, reply) : undefined;
      if (read?.ok) {
        report('ok', [], reply.status, traceId);
        return read.value;
      }
      if (!read || isRejectedPayment(reply.text)) {
        // What it means, not how it came: after a 200 the client would take the payment for made.
        const status = isOk ? 422 : reply.status;
        const problem = readWiseProblem(status, reply.headers, reply.text, clock.now());
        const error = new WiseError(settleProblem(problem, isRead));
        if (error.sca) options.sca?.refused(asked, request.token, error.sca.oneTimeToken);
        report(
          error.kind,
          error.codes.map((item) => item.code),
          reply.status,
          traceId,
        );
        throw error;
      }
      report('not-understood', [read.faults.join(', ')], reply.status, traceId);
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
  if (attempt.outcome === 'ok') logger.debug({ ...attempt }, 'wise call');
  else logger.warn({ ...attempt }, 'wise call');
}

function toQuery(query: Record<string, string | number | undefined> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
