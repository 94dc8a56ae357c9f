import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export interface EmulatorEnv {
  /** Absent when the app is asked without a socket, as unit tests do. */
  Bindings: Partial<HttpBindings>;
}

export type EmulatorContext = Context<EmulatorEnv>;
