import 'server-only';
import { wiseUser } from '../../../contracts/wise/users.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

export interface WiseUser {
  userId: string;
  /** Null for who has only signed up. */
  name: string | null;
}

export interface WiseUsers {
  /** Whose token it is. */
  readMe(options: CallOptions): Promise<WiseUser>;
}

const toWiseUser = wiseUser.transform(
  ({ id, name }): WiseUser => ({ userId: id, name: name?.trim() || null }),
);

export const createUsers = (client: WiseClient): WiseUsers => ({
  readMe: (options) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v1/me`,
      reply: toWiseUser,
    }),
});
