/** The tables that numbers of payments are shown in. */
export const numbersTables = [
  'days',
  'hours',
  'programmes',
  'reasons',
  'families',
  'cashAndPin',
  'categories',
  'countries',
] as const;
export type NumbersTableName = (typeof numbersTables)[number];
