import 'server-only';
import type { ServedEndpoint } from '../../contracts/endpoint-schema.ts';
import type { Operator } from '../auth/operator.ts';
import type { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { AuditEntry } from './audit-trail.ts';
import { sealAct } from './sealed-act.ts';

export interface AuditedAct {
  /** Undefined for what is not audited. */
  readonly action: string | undefined;
  /** What is asked for, in codes. */
  readonly details: Record<string, unknown>;
  note(details: Record<string, unknown>): void;
  succeed(): Promise<void>;
  fail(error: AppError): Promise<void>;
}

const unaudited: AuditedAct = {
  action: undefined,
  details: {},
  note: () => undefined,
  succeed: async () => undefined,
  fail: async () => undefined,
};

interface Input {
  operator: Operator;
  params: unknown;
  body: unknown;
  requestId: string;
}

/**
 * Writes the intent of an act before it happens. If that fails the act must not happen. The outcome may then be
 * `succeeded`, `failed` or `unknown`; a lost outcome is closed as unknown by a job.
 */
export async function beginAudit(
  { audit, log, jobs }: Runtime,
  served: ServedEndpoint,
  input: Input,
): Promise<AuditedAct> {
  const rule = served.schemas.audit;
  if (!rule || rule === 'none') return unaudited;
  const { operator, requestId } = input;
  // The wrapper parsed both against the endpoint's own schemas; the rule is written for what comes out of them.
  const parsed = { params: (input.params ?? {}) as Record<string, string>, body: input.body as never };
  const reason = rule.reason?.(parsed.body);
  const texts = { ...rule.texts?.(parsed.body), ...(reason && { reason }) };
  const common = {
    action: rule.action,
    actor: { personId: operator.personId, role: operator.role },
    target: rule.target(parsed),
    requestId,
  };
  let details = rule.details?.(parsed.body) ?? {};
  const isSealed = typeof rule.isSealed === 'function' ? rule.isSealed(parsed.body) : rule.isSealed;
  const append = (entry: AuditEntry) => audit.append(isSealed ? sealAct(requestId, entry) : entry);
  const intentSequence = await append({
    ...common,
    phase: 'intent',
    details,
    texts,
  });
  const close = async (outcome: 'succeeded' | 'failed' | 'unknown', errorCode?: string) => {
    try {
      await append({
        ...common,
        phase: 'outcome',
        outcome,
        intentSequence,
        details,
        ...(errorCode && { errorCode }),
      });
    } catch {
      // The act is done and cannot be taken back; the intent stands, and the job closes it by asking Wise.
      log.error(
        { requestId, intentSequence: intentSequence.toString(), outcome },
        'audit outcome not stored',
      );
    }
    // Asked for at once; should that fail, the job runs every minute anyway.
    if (outcome === 'unknown') await jobs.reconcileSoon().catch(() => undefined);
  };
  return {
    action: rule.action,
    get details() {
      return details;
    },
    note(more) {
      details = { ...details, ...more };
    },
    succeed: () => close('succeeded'),
    fail: (error) => close(error.code === 'outcome_unknown' ? 'unknown' : 'failed', error.code),
  };
}
