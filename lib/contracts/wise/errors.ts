import { z } from 'zod';

/** 401 everywhere, and 400 and 401 of /oauth/token. */
export const oauthError = z.looseObject({ error: z.string(), error_description: z.string().optional() });

/** Validation. `path` and `arguments` may be missing; `field` was seen once in place of `path`. */
export const errorList = z.looseObject({
  errors: z.array(
    z.looseObject({
      code: z.string().nullish(),
      message: z.string().nullish(),
      path: z.string().nullish(),
      field: z.string().nullish(),
      arguments: z.array(z.unknown()).nullish(),
    }),
  ),
});

/** Access refusals of older services. */
export const springError = z.looseObject({
  timestamp: z.string().optional(),
  status: z.union([z.number(), z.string()]),
  error: z.string(),
  message: z.string().nullish(),
  path: z.string().nullish(),
});

/** Newer services. */
export const problemError = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  status: z.union([z.number(), z.string()]).optional(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ code: z.string().optional(), detail: z.string().optional() })).optional(),
});

/** Spending permissions. */
export const messageError = z.looseObject({ message: z.string() });
