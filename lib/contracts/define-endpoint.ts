import type { ConsolePermission } from '../catalogues/console-permissions.ts';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** What travels; written once as zod in the endpoint's `.schema.ts` and inferred from there, so that the browser gets no zod. */
export interface EndpointTypes {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  reply?: unknown;
}

export interface Endpoint<M extends Method = Method, T extends EndpointTypes = EndpointTypes> {
  readonly method: M;
  /** As in the URL, parameters in braces: `/api/profiles/{profileId}/cards/{cardToken}`. */
  readonly path: string;
  /**
   * Who may call it. `signed-in` = anybody with a session, `public` = anybody at all, `command` = a command on the console's
   * own machine, which proves itself by the token in DATA_DIR.
   */
  readonly consolePermission: ConsolePermission | 'signed-in' | 'public' | 'command';
  /** Changes something at Wise: the caller must send an `Idempotency-Key`, and gets the first answer again for the same key. */
  readonly needsIdempotencyKey?: boolean;
  /** Dear calls: those of one lane wait for each other before anything is done, so that many at once leave others alone. */
  readonly lane?: 'reveals' | 'evidence';
  /** Of the request; 256 KiB where none is said. */
  readonly mostBodyBytes?: number;
  /** Carries the types only; never set. */
  readonly types?: T;
}

export type QueryOf<E extends Endpoint> = E extends Endpoint<Method, infer T> ? T['query'] : never;
export type BodyOf<E extends Endpoint> = E extends Endpoint<Method, infer T> ? T['body'] : never;
export type ReplyOf<E extends Endpoint> = E extends Endpoint<Method, infer T> ? T['reply'] : never;

/**
 * One console endpoint, safe for the browser.
 * @example export const getCard = defineEndpoint<{ params: CardParams; reply: CardReply }>()({ method: 'GET', … })
 */
export function defineEndpoint<T extends EndpointTypes>() {
  return <const M extends Method>(endpoint: Omit<Endpoint<M, T>, 'types'>): Endpoint<M, T> => endpoint;
}
