import type { Hono } from 'hono';
import { coverage, type OperationId, routesOf, takesPersonalToken } from '../coverage.ts';
import type { Emulator } from '../emulator.ts';
import type { EmulatorContext, EmulatorEnv } from './context.ts';
import { accessRefusal, type Refusal } from './refusal.ts';
import { type ClientCaller, identifyCallerOrThrow, type UserCaller } from './tokens.ts';

type Answer = Response | Promise<Response>;

/**
 * Registers Wise's operations, each with the kind of token it takes.
 * Emulator choice: the wrong kind of token answers 403 on the API host, as was seen on Wise's card list. An operation of
 * another host says itself what it answers then.
 */
export class WiseRouter {
  readonly registered: OperationId[] = [];
  readonly #app: Hono<EmulatorEnv>;
  readonly #emulator: Emulator;

  constructor(app: Hono<EmulatorEnv>, emulator: Emulator) {
    this.#app = app;
    this.#emulator = emulator;
  }

  /** Takes no bearer token; the handler looks after its own credentials. */
  open(id: OperationId, handler: (c: EmulatorContext) => Answer): void {
    this.registered.push(id);
    for (const operation of coverage.filter((candidate) => candidate.id === id)) {
      const { method, paths } = routesOf(operation);
      this.#app.on(method, paths, handler);
    }
  }

  forUser(
    id: OperationId,
    handler: (c: EmulatorContext, caller: UserCaller) => Answer,
    refuseOthers: (c: EmulatorContext) => Refusal = () => accessRefusal('This needs a user token'),
  ): void {
    const takesPersonal = takesPersonalToken(id);
    this.open(id, (c) => {
      const caller = identifyCallerOrThrow(this.#emulator.world, c);
      if (caller.kind !== 'user' || (caller.isPersonal && !takesPersonal)) throw refuseOthers(c);
      return handler(c, caller);
    });
  }

  forClient(id: OperationId, handler: (c: EmulatorContext, caller: ClientCaller) => Answer): void {
    this.open(id, (c) => {
      const caller = identifyCallerOrThrow(this.#emulator.world, c);
      if (caller.kind !== 'client') throw accessRefusal('This needs a client credentials token');
      return handler(c, caller);
    });
  }
}
