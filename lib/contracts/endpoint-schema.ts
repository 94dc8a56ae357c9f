import { z } from 'zod';
import { isTimeZone } from '../format/time-zones.ts';
import type { Endpoint, EndpointTypes, Method } from './define-endpoint.ts';

export interface AuditTarget {
  type:
    | 'card'
    | 'person'
    | 'approval'
    | 'approval-rules'
    | 'session'
    | 'audit'
    | 'bulk'
    | 'cards'
    | 'transactions'
    | 'view'
    | 'vault'
    | 'card-order'
    | 'branch'
    | 'kiosk'
    | 'card-orders'
    | 'print-jobs'
    | 'branch'
    | 'kiosk'
    | 'connection'
    | 'batch-group'
    | 'batch-groups'
    | 'balance'
    | 'direct-debit-accounts'
    | 'webhook-subscription'
    | 'webhook-delivery'
    | 'webhook-stream'
    | 'case'
    | 'desk-rule'
    | 'new-code'
    | 'legal-hold'
    | 'retention'
    | 'sca';
  id: string;
  profileId?: string;
}

/**
 * What the audit trail records about a call: before the handler (intent) and after it (outcome).
 * `reason` is free text: it is kept apart, encrypted under the target's own key, never in the row itself.
 */
export interface AuditRule {
  action: string;
  target: (input: { params: Record<string, string>; body: never }) => AuditTarget;
  reason?: (body: never) => string | undefined;
  /** More that is kept like the reason, because it would tell what the row may not. */
  texts?: (body: never) => Record<string, string>;
  /** What is asked for, in codes: stands in the intent already, so that a lost outcome can be looked up at Wise. */
  details?: (body: never) => Record<string, unknown>;
  /** Compliance alone may know of it: in the trail stands that something was done, and the rest is sealed. */
  isSealed?: true | ((body: never) => boolean);
}

export interface EndpointSchemas {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** `raw` = the handler answers with its own Response (a stream, a file). */
  reply: z.ZodType | 'raw';
  /** Of a successful answer; 200 by default. */
  status?: 202;
  audit?: AuditRule | 'none';
}

/** Writes must name their audit rule, or it does not type-check. */
type SchemasFor<M extends Method> = M extends 'GET'
  ? EndpointSchemas
  : EndpointSchemas & { audit: AuditRule | 'none' };

export interface ServedEndpoint<
  E extends Endpoint<Method, EndpointTypes> = Endpoint<Method, EndpointTypes>,
  S extends EndpointSchemas = EndpointSchemas,
> {
  endpoint: E;
  schemas: S;
}

/** Joins the browser-safe endpoint with what the server checks and records. */
export function serveEndpoint<M extends Method, T extends EndpointTypes, const S extends SchemasFor<M>>(
  endpoint: Endpoint<M, T>,
  schemas: S,
): ServedEndpoint<Endpoint<M, T>, S> {
  return { endpoint, schemas };
}

/** int64 ids travel as digits in text, so that no reader rounds them. */
export const int64Text = z.string().regex(/^\d{1,19}$/);
/** An amount without rounding: digits, and a point. */
export const decimalText = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'An amount like 10000 or 250.50.');
export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'A currency has three capital letters.');
export const instant = z.iso.datetime({ offset: true });
export const timeZoneName = z
  .string()
  .max(60)
  .refine(isTimeZone, 'A time zone has a name like Europe/London.');
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().optional(),
    asOf: instant,
  });
/** A query parameter that may be given once or several times (`status=ACTIVE&status=FROZEN`). */
export const several = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );
