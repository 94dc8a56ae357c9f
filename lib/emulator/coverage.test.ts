import { describe, expect, it } from 'vitest';
import { coverage, routesOf } from './coverage.ts';
import { startTestEmulator } from './test-support.ts';

describe('coverage', () => {
  const { app, registered } = startTestEmulator('empty');

  it('lists every operation that has a handler, once, and no other', () => {
    expect([...registered].sort()).toEqual(coverage.map(({ id }) => id).sort());
  });

  it('equals the routes that exist', () => {
    const listed = coverage.flatMap((operation) => {
      const { method, paths } = routesOf(operation);
      return paths.map((path) => `${method} ${path}`);
    });
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/_emulator'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(routes.sort()).toEqual(listed.sort());
  });
});
