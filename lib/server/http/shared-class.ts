import 'server-only';

/**
 * Next loads a module once for each bundle that needs it, so an error thrown by the runtime's copy of a class is no
 * instance of a route's copy. Classes that carry this mark are recognised by it instead.
 * @example static [Symbol.hasInstance](value: unknown) { return hasMark(value, mark); }
 */
export function hasMark(value: unknown, mark: symbol): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}
