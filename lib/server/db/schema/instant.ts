import { timestamp } from 'drizzle-orm/pg-core';

/** A moment, in UTC whatever zone it is written in. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
