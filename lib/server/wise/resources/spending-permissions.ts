import 'server-only';
import {
  type SpendingPermission,
  type SpendingPermissionChange,
  spendingPermissionList,
} from '../../../contracts/wise/spending-permissions.ts';
import type { WiseClient } from '../client.ts';
import { WiseError } from '../errors.ts';
import { wisePath } from '../path.ts';
import { asUser, type CallOptions } from './options.ts';

type Switch = Pick<SpendingPermission, 'type' | 'isEnabled' | 'isLocked'>;

export interface WiseSpendingPermissions {
  getSpendingPermissions(options: CallOptions, profileId: string, cardToken: string): Promise<Switch[]>;
  /** Wise changes all of them or none, and answers without their state. */
  updateSpendingPermissions(
    options: CallOptions,
    profileId: string,
    cardToken: string,
    changes: readonly SpendingPermissionChange[],
  ): Promise<void>;
}

const switchList = spendingPermissionList.transform(({ permissions }) =>
  permissions.map(({ type, isEnabled, isLocked }): Switch => ({ type, isEnabled, isLocked })),
);

export const createSpendingPermissions = (client: WiseClient): WiseSpendingPermissions => ({
  getSpendingPermissions: (options, profileId, cardToken) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v3/spend/profiles/${profileId}/cards/${cardToken}/spending-permissions`,
      reply: switchList,
    }),

  updateSpendingPermissions: (options, profileId, cardToken, changes) =>
    client.call({
      ...asUser(options),
      method: 'PATCH',
      path: wisePath`/v4/spend/profiles/${profileId}/cards/${cardToken}/spending-permissions`,
      body: { permissions: changes.map(({ type, isEnabled }) => ({ type, isEnabled })) },
      reply: 'empty',
    }),
});

export interface SpendingPermissionRefusal {
  reason: 'locked' | 'not-supported' | 'not-valid';
  /** The one Wise names, though more may be at fault. */
  type: string;
}

/** Wise: 400 and 422 of this endpoint carry a bare message and no code, so the message has to be read. */
const refusals: readonly [RegExp, SpendingPermissionRefusal['reason']][] = [
  [/'(\w{1,60})' is locked\b/, 'locked'],
  [/'(\w{1,60})' is not supported\b/, 'not-supported'],
  [/'(\w{1,60})' is not a valid permission type\b/, 'not-valid'],
];

/** Why Wise did not change a spending permission; undefined when it says something else. */
export function explainSpendingPermissionRefusal(error: unknown): SpendingPermissionRefusal | undefined {
  if (!(error instanceof WiseError) || error.kind !== 'refused') return undefined;
  for (const { message } of error.codes) {
    for (const [pattern, reason] of refusals) {
      const type = pattern.exec(message ?? '')?.[1];
      if (type !== undefined) return { reason, type };
    }
  }
  return undefined;
}
