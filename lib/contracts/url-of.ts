import type { Endpoint } from './define-endpoint.ts';

/**
 * The endpoint's path with its parameters, and the query: an array becomes a repeated key, what is undefined or empty is left
 * out. @throws where a parameter is missing
 */
export function urlOf(
  endpoint: Endpoint,
  input: { params?: Record<string, string> | undefined; query?: Record<string, unknown> | undefined },
): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined) throw new Error(`${endpoint.path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
