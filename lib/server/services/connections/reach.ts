import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { profiles, wiseConnections } from '../../db/schema/wise.ts';

/** Of a profile joined with its connection: Wise is asked for its cards. A personal token does not reach them. */
export const reachesCards = and(
  eq(wiseConnections.state, 'working'),
  eq(wiseConnections.kind, 'user'),
  ne(profiles.state, 'DEACTIVATED'),
);
