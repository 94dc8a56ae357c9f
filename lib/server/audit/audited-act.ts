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

interface Parts extends Pick<Runtime, 'audit'> {
  jobs: Pick<Runtime['jobs'], 'reconcileSoon'>;
  log: Pick<Runtime['log'], 'error'>;
}
type Intent = Omit<AuditEntry, 'phase' | 'outcome' | 'errorCode' | 'intentSequence'>;
type Outcome = Required<Pick<AuditEntry, 'outcome'>> & Partial<Pick<AuditEntry, 'details' | 'errorCode'>>;

/**
 * Writes the intent of an act before it happens. If that fails the act must not happen.
 * @param seal what every entry of it goes through
 * @returns what writes the outcome; one that is lost is closed as unknown by a job
 */
export async function beginAct(
  { audit, jobs, log }: Parts,
  { texts, ...intent }: Intent,
  seal = (entry: AuditEntry): AuditEntry => entry,
): Promise<(outcome: Outcome) => Promise<void>> {
  const intentSequence = await audit.append(seal({ ...intent, ...(texts && { texts }), phase: 'intent' }));
  return async (outcome) => {
    try {
      await audit.append(seal({ ...intent, ...outcome, phase: 'outcome', intentSequence }));
    } catch {
      // The act is done and cannot be taken back; the intent stands, and the job closes it by asking Wise.
      const { requestId } = intent;
      log.error(
        { requestId, intentSequence: intentSequence.toString(), outcome: outcome.outcome },
        'audit outcome not stored',
      );
    }
    // Asked for at once; should that fail, the job runs every minute anyway.
    if (outcome.outcome === 'unknown') await jobs.reconcileSoon().catch(() => undefined);
  };
}

/** The act of an endpoint, as its audit rule has it: intent now, the outcome with `succeed` or `fail`. */
export async function beginAudit(parts: Parts, served: ServedEndpoint, input: Input): Promise<AuditedAct> {
  const rule = served.schemas.audit;
  if (!rule || rule === 'none') return unaudited;
  const { operator, requestId } = input;
  // The wrapper parsed both against the endpoint's own schemas; the rule is written for what comes out of them.
  const parsed = { params: (input.params ?? {}) as Record<string, string>, body: input.body as never };
  const reason = rule.reason?.(parsed.body);
  const texts = { ...rule.texts?.(parsed.body), ...(reason && { reason }) };
  let details = rule.details?.(parsed.body) ?? {};
  const isSealed = typeof rule.isSealed === 'function' ? rule.isSealed(parsed.body) : rule.isSealed;
  const close = await beginAct(
    parts,
    {
      action: rule.action,
      actor: { personId: operator.personId, role: operator.role },
      target: rule.target(parsed),
      requestId,
      details,
      texts,
    },
    isSealed ? (entry) => sealAct(requestId, entry) : undefined,
  );
  return {
    action: rule.action,
    get details() {
      return details;
    },
    note(more) {
      details = { ...details, ...more };
    },
    succeed: () => close({ outcome: 'succeeded', details }),
    fail: ({ code }) =>
      close({ outcome: code === 'outcome_unknown' ? 'unknown' : 'failed', errorCode: code, details }),
  };
}
