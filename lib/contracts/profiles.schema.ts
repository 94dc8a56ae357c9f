import { z } from 'zod';
import { profileFaults } from '../catalogues/connections.ts';
import { instant, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './profiles.ts';

/** `cardsReadAt`: when all its cards were last read; null = never yet. `connected`: the console holds a working token for it. */
export const profile = z.object({
  id: int64Text,
  type: z.string(),
  name: z.string(),
  state: z.string(),
  cards: z.number().int(),
  cardsReadAt: instant.nullable(),
  connected: z.boolean(),
});
export const profileList = listOf(profile);
/**
 * Null while its pages are live. `since`: since when they are not, where that is known. `asOf`: when all its cards were last read. `owner`: the
 * Wise user whose access it hangs on.
 */
export const profileConnection = z.object({
  fault: z
    .object({
      kind: z.enum(profileFaults),
      since: instant.nullable(),
      asOf: instant.nullable(),
      connectionId: int64Text,
      owner: z.string().nullable(),
      profileName: z.string(),
    })
    .nullable(),
});
export const getProfileConnection = serveEndpoint(endpoints.getProfileConnection, {
  params: z.strictObject({ profileId: int64Text }),
  reply: profileConnection,
});
export const listProfiles = serveEndpoint(endpoints.listProfiles, { reply: profileList });
