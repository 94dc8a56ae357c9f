import 'server-only';

/**
 * PostgreSQL, appendix A: 08 connection, 28 not let in, 3D000 no such database, 53 disk, memory or connections used up,
 * 57P0x going down or starting up, 58 a fault of the machine under it, 25006 a standby that takes no writes.
 */
const storeState = /^(?:(?:08|28|53|58)\w{3}|57P0\w|3D000|25006)$/;

/** The line to the server, as Node names its faults; ENOSPC and EROFS are the embedded store's folder. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
]);

/** What pg, its pool and PGlite say without a code. */
const sayings = [
  /^Connection terminated/,
  /^Client (?:has encountered a connection error|was closed) and is not queryable$/,
  /^Cannot use a pool after calling end on the pool$/,
  /^timeout exceeded when trying to connect$/,
  /^timeout expired$/,
  /^There was an error establishing an SSL connection$/,
  /^PGlite is clos(?:ed|ing)$/,
];

/**
 * Whether the store itself failed, rather than refused: it is away, does not let the console in, or is full. What it
 * refuses, a constraint above all, is a fault of who asked.
 * @param error one that came from the store, which drizzle may have wrapped
 */
export function isStoreFault(error: unknown): boolean {
  return causesOf(error).some((cause) => {
    const code = codeOf(cause);
    if (code !== undefined) return storeState.test(code) || systemCodes.has(code);
    return sayings.some((saying) => saying.test(cause.message));
  });
}

/** The first code in a chain of causes: SQLSTATE or Node's. */
export function faultCodeOf(error: unknown): string | undefined {
  return causesOf(error)
    .map(codeOf)
    .find((code) => code !== undefined);
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** An error and what caused it, outermost first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) {
    causes.push(cause);
  }
  return causes;
}
