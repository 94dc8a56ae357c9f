import { z } from 'zod';

/** Absent and null mean the same: Wise's schemas require next to no field. */
export const orNull = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value): z.output<S> | null => value ?? null);

export const textOrNull = orNull(z.string());
