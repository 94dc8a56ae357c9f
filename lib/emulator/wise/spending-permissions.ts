import { spendingPermissions as catalogue } from '../../catalogues/spending-permissions.ts';
import {
  type SpendingPermissionChange,
  spendingPermissionChange,
  spendingPermissionsBody,
} from '../../contracts/wise/spending-permissions.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord } from '../entities.ts';
import { changeCard } from './card-changes.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import type { EmulatorContext } from './context.ts';
import { readJson } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { messageRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

/**
 * Wise: all or nothing. An unknown type answers 400; one the card does not have, or a locked one, answers 422 even when
 * the value would stay as it is. Emulator choice: the first fault is told, unknown types and repetitions before the rest.
 */
function checkChangesOrThrow(card: CardRecord, changes: readonly SpendingPermissionChange[]): void {
  const seen = new Set<string>();
  for (const { type } of changes) {
    if (!Object.hasOwn(catalogue, type))
      throw messageRefusal(400, `Permission '${type}' is not a valid permission type`);
    if (seen.has(type)) throw messageRefusal(400, `Permission '${type}' is repeated`);
    seen.add(type);
  }
  for (const { type } of changes) {
    const current = card.spendingPermissions.find((row) => row.type === type);
    if (!current)
      throw messageRefusal(422, `Permission '${type}' is not supported for this card and cannot be updated`);
    if (current.isLocked)
      throw messageRefusal(422, `Permission '${type}' is locked for this card and cannot be updated`);
  }
}

/** Emulator choice: Wise does not say that a card's status matters here, so it does not. */
function applyChanges(
  emulator: Emulator,
  card: CardRecord,
  changes: readonly SpendingPermissionChange[],
): void {
  checkChangesOrThrow(card, changes);
  const wanted = new Map(changes.map((change) => [change.type, change.isEnabled]));
  const isDifferent = card.spendingPermissions.some(
    (row) => (wanted.get(row.type) ?? row.isEnabled) !== row.isEnabled,
  );
  if (!isDifferent) return;
  const spendingPermissions = card.spendingPermissions.map((row) => ({
    ...row,
    isEnabled: wanted.get(row.type) ?? row.isEnabled,
  }));
  changeCard(emulator, card, { spendingPermissions });
}

export function registerSpendingPermissions(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  const readOrThrow = async <T>(
    c: EmulatorContext,
    parse: (body: unknown) => { success: boolean; data?: T },
  ) => {
    const parsed = parse(await readJson(c));
    if (!parsed.success || parsed.data === undefined)
      throw messageRefusal(400, 'The request body does not have the documented shape');
    return parsed.data;
  };

  router.forUser('GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions', (c, caller) =>
    c.json({ permissions: cardOfCallerOrThrow(world, c, caller).spendingPermissions }),
  );

  router.forUser(
    'PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions',
    async (c, caller) => {
      profileOfCallerOrThrow(world, c, caller);
      const change = await readOrThrow(c, (body) => spendingPermissionChange.safeParse(body));
      applyChanges(emulator, cardOfCallerOrThrow(world, c, caller), [change]);
      return c.body(null, 200);
    },
  );

  router.forUser(
    'PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions',
    async (c, caller) => {
      profileOfCallerOrThrow(world, c, caller);
      const { permissions: changes } = await readOrThrow(c, (body) =>
        spendingPermissionsBody.safeParse(body),
      );
      applyChanges(emulator, cardOfCallerOrThrow(world, c, caller), changes);
      return c.body(null, 200);
    },
  );
}
