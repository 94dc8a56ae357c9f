import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FaultRule } from '../core/faults.ts';
import type { Emulator } from '../emulator.ts';
import type { EmulatorContext, EmulatorEnv } from './context.ts';
import { isUuid } from './parse.ts';
import { Refusal, rateRefusal, validationRefusal } from './refusal.ts';
import { clientOf } from './tokens.ts';

const tracePrefix = randomBytes(8).toString('hex');
let traces = 0;
function nextTraceId(): string {
  traces += 1;
  return `${tracePrefix}${traces.toString(16).padStart(16, '0')}`;
}

export function answerRefusal(c: EmulatorContext, refusal: Refusal): Response {
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
  // Wise: a few operations refuse in plain text.
  if (typeof refusal.body === 'string') return c.text(refusal.body, refusal.status);
  return c.json(refusal.body, refusal.status);
}

function cutConnection(c: EmulatorContext): Response {
  c.env?.incoming?.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const bodiesOfFaults: Record<number, unknown> = {
  401: { error: 'invalid_token', error_description: 'Invalid token' },
  429: {},
};

function answerFault(c: EmulatorContext, status: number, fault: FaultRule): Response {
  const refusal =
    status === 429 ? rateRefusal(1) : new Refusal(status as ContentfulStatusCode, bodiesOfFaults[status]);
  const body = fault.body ??
    refusal.body ?? { status, error: 'Fault', message: 'Asked for through /_emulator/faults' };
  for (const [name, value] of Object.entries({ ...refusal.headers, ...fault.headers })) c.header(name, value);
  return typeof body === 'string' ? c.body(body, refusal.status) : c.json(body, refusal.status);
}

/**
 * What happens around every request to Wise's paths: trace and correlation headers, latency and faults, the rate
 * limit, the request log. Unknown paths pass through it as well.
 */
export function exchange(emulator: Emulator): MiddlewareHandler<EmulatorEnv> {
  const { faults, limiter, requests, world } = emulator;

  return async (c, next) => {
    const { method, path } = c.req;
    const correlationId = c.req.header('x-external-correlation-id') ?? null;
    const atMs = world.clock.now();
    const log = (status: number, cut: 'before' | 'after' | null = null) => {
      const at = c.req.url.indexOf('?');
      requests.add({
        atMs,
        method,
        path,
        query: at < 0 ? '' : c.req.url.slice(at),
        status,
        correlationId,
        cut,
      });
    };
    c.header('x-trace-id', nextTraceId());
    if (correlationId !== null) c.header('X-External-Correlation-Id', correlationId);

    const fault = faults.strike(method, path);
    const waitMs = world.settings.latencyMs + (fault?.delayMs ?? 0);
    if (waitMs > 0) await wait(waitMs);
    if (fault?.dropBeforeApply) {
      log(0, 'before');
      return cutConnection(c);
    }
    if (fault?.status !== undefined && !fault.dropAfterApply) {
      log(fault.status);
      return answerFault(c, fault.status, fault);
    }

    const retryAfterSeconds = limiter.take(clientOf(world, c), atMs);
    if (retryAfterSeconds > 0) {
      log(429);
      return answerRefusal(c, rateRefusal(retryAfterSeconds));
    }
    // Wise: the correlation id is a UUID of at most 36 characters.
    if (correlationId !== null && !isUuid(correlationId)) {
      log(400);
      const refusal = validationRefusal(400, {
        code: 'NOT_VALID',
        message: 'must be a UUID',
        path: 'X-External-Correlation-Id',
      });
      return answerRefusal(c, refusal);
    }

    await next();
    if (fault?.delayAfterMs) await wait(fault.delayAfterMs);
    if (fault?.dropAfterApply) {
      log(c.res.status, 'after');
      c.res = undefined;
      c.res = cutConnection(c);
      return;
    }
    log(c.res.status);
  };
}
