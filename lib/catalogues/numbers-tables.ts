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

export const numbersTableWords: Record<NumbersTableName, string> = {
  days: 'Payments by day',
  hours: 'Declines by hour',
  programmes: 'Declines by programme',
  reasons: 'Declines by reason',
  families: 'Declines by kind',
  cashAndPin: 'Cash machines and PIN',
  categories: 'Declines by merchant category',
  countries: 'Declines by country',
};
