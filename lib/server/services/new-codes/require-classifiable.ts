import 'server-only';
import type { CodeClassification } from '../../../contracts/new-codes.ts';
import { findRestrictedBeginning, isBuiltIn } from '../../catalogues/decline-reasons/catalogue.ts';
import { AppError } from '../../http/app-error.ts';

/**
 * What the console came with is not classified otherwise, and what begins with a restricted code is never anything else.
 * @throws AppError conflict, validation_failed
 */
export function requireClassifiable(code: string, classification: CodeClassification | null): void {
  if (isBuiltIn(code))
    throw new AppError('conflict', { detail: 'The console came with an entry for this code.' });
  const beginning = findRestrictedBeginning(code);
  if (beginning !== undefined && classification !== null && classification.level !== 'restricted')
    throw new AppError('validation_failed', {
      fields: [
        {
          path: 'body.classification.level',
          message: `It begins with ${beginning}, so it stays restricted.`,
        },
      ],
    });
}
