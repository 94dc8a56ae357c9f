import { z } from 'zod';

/**
 * Wise's int64 ids. Takes what a lossless JSON parser gives (bigint), a safe JSON number or its digits; gives the digits.
 * A number beyond 2^53 has already lost its last digits and is refused.
 */
export const int64 = z
  .union([z.int(), z.bigint(), z.string().regex(/^-?\d{1,19}$/)])
  .transform((value) => String(value));

/** A count or a number of seconds: small, but a lossless parser may hand it over as a bigint. */
export const count = z
  .union([z.int().min(0), z.bigint().min(0n).max(BigInt(Number.MAX_SAFE_INTEGER))])
  .transform((value) => Number(value));
