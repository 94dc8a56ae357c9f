import 'server-only';
import { type Profile, profileList } from '../../../contracts/wise/profiles.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface WiseProfile {
  id: string;
  /** PERSONAL or BUSINESS today. */
  type: string;
  name: string;
  /** VISIBLE, HIDDEN or DEACTIVATED today. */
  state: string;
}

export interface WiseProfiles {
  /** All of one user's profiles; Wise has no pages here. */
  listProfiles(options: CallOptions): Promise<WiseProfile[]>;
}

const wiseProfileList = profileList.transform((profiles) => profiles.map(toWiseProfile));

export const createProfiles = (client: WiseClient): WiseProfiles => ({
  listProfiles: (options) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v2/profiles`,
      reply: wiseProfileList,
    }),
});

function toWiseProfile({ id, type, currentState, ...names }: Profile): WiseProfile {
  const person = [names.firstName, names.lastName].filter(Boolean).join(' ');
  const name = names.businessName || names.fullName || person || `Profile ${id}`;
  return { id, type, name, state: currentState ?? 'VISIBLE' };
}
