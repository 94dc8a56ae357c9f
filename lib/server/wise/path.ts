import 'server-only';

/** `legacy` = the paths as written (/v1 to /v5); a quarter such as `2026Q3` takes the place of that segment. */
export type WiseApiVersion = 'legacy' | `20${number}Q${1 | 2 | 3 | 4}`;

/** `template` has no values in it and may be logged; `path` has them, encoded. */
export interface WisePath {
  readonly template: string;
  readonly path: string;
  /** False where Wise's calendar versions do not reach. */
  readonly versioned: boolean;
}

/**
 * A path of Wise's API with every parameter encoded: wisePath`/v3/spend/profiles/${profileId}/cards`.
 * @throws TypeError for a parameter that is empty, `.` or `..`: it would address something else.
 */
export function wisePath(parts: TemplateStringsArray, ...values: readonly string[]): WisePath {
  return { template: parts.join('{}'), path: joinPath(parts, values), versioned: true };
}

/** The same where Wise has no calendar versions: tokens, webhooks, card data. */
export function fixedWisePath(parts: TemplateStringsArray, ...values: readonly string[]): WisePath {
  return { template: parts.join('{}'), path: joinPath(parts, values), versioned: false };
}

/** Wise: /v3/X becomes /2026Q3/X; the rest of the path stays. */
export function pathInVersion({ path, versioned }: WisePath, version: WiseApiVersion): string {
  return version === 'legacy' || !versioned ? path : path.replace(/^\/v\d+(?=\/)/, `/${version}`);
}

export function isWiseApiVersion(text: string): text is WiseApiVersion {
  return text === 'legacy' || /^20\d\dQ[1-4]$/.test(text);
}

function joinPath(parts: TemplateStringsArray, values: readonly string[]): string {
  return parts.reduce((path, part, index) => `${path}${encodeSegment(values[index - 1])}${part}`);
}

function encodeSegment(value: string | undefined): string {
  if (value === undefined || value === '' || value === '.' || value === '..') {
    throw new TypeError('A path parameter must name something');
  }
  return encodeURIComponent(value);
}
