import { type CatalogueEntry, nothing } from './error-entry.ts';

/** Of the decline desk. */
export const caseErrors = {
  case_taken: nothing(
    409,
    'Somebody was quicker',
    'This case is taken. Nothing was changed.',
    'Whoever has it can hand it over.',
  ),
  case_not_yours: nothing(
    409,
    'This case is not yours',
    'Only whoever has it can do this. Nothing was changed.',
    'Take it, or ask for it to be handed over.',
  ),
  case_closed: nothing(409, 'This case is closed', 'Nothing was changed.', 'Open it again first.'),
  case_not_closed: nothing(409, 'This case is open', 'Nothing was changed.', 'Look at it again.'),
} as const satisfies Record<string, CatalogueEntry>;
