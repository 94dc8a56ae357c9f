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
  case_with_reader: nothing(
    409,
    'A second reader looks at it',
    'This case is decided and waits for a second reader. Nothing was changed.',
    'Somebody else of compliance agrees, or opens it again.',
  ),
  case_not_with_reader: nothing(
    409,
    'Nothing waits for a second reader',
    'This case is not decided, or closed already. Nothing was changed.',
    'Look at it again.',
  ),
  case_merged: nothing(
    409,
    'This case went on in another',
    'It was merged. Nothing was changed.',
    'Go on in the case that it was merged into.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
