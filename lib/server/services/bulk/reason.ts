import 'server-only';

/** Where the reason of a change lies; the subject is the change itself. */
export const reasonPlace = { table: 'bulk_changes', column: 'reason_sealed' };
