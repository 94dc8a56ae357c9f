import { customType } from 'drizzle-orm/pg-core';

/** Wise's int64 as its digits: a JavaScript number would lose some, and text would not sort as a number. */
export const int64 = customType<{ data: string; driverData: string | number | bigint }>({
  dataType: () => 'bigint',
  toDriver: (digits) => digits,
  fromDriver: (value) => String(value),
});
