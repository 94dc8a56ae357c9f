import { z } from 'zod';
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
export const listProfiles = serveEndpoint(endpoints.listProfiles, { reply: profileList });
