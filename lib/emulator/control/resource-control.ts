import type { Hono } from 'hono';
import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { profileStates } from '../entities.ts';
import { changeCard, changeCardStatus } from '../wise/card-changes.ts';
import type { EmulatorContext, EmulatorEnv } from '../wise/context.ts';
import { setRevoked } from '../wise/grants.ts';
import { revokeAccessTokens } from '../wise/tokens.ts';
import { oauthClient } from '../world.ts';
import { cardOrThrow as findCardOrThrow, notFound, parseControl, word } from './control-context.ts';

const cardStatusBody = z.strictObject({ status: word });
const spendingPermissionsBody = z.strictObject({
  permissions: z
    .array(
      z.strictObject({
        type: z.string(),
        isEnabled: z.boolean().optional(),
        isLocked: z.boolean().optional(),
      }),
    )
    .min(1),
});
const pinTriesBody = z.strictObject({ tries: z.int().min(0).max(20) });
const profileStateBody = z.strictObject({ currentState: z.enum(profileStates) });
/**
 * access: today's access tokens end. all: the refresh tokens are refused as well. personal: the user's personal token ends.
 * none: refresh tokens and personal token are good again.
 */
const revocationBody = z.strictObject({ revoke: z.enum(['access', 'all', 'personal', 'none']) });

/** What Wise itself does to its resources, or what cannot be brought about over its API. */
export function registerResourceControl(app: Hono<EmulatorEnv>, emulator: Emulator): void {
  const { world } = emulator;
  const cardOrThrow = (c: EmulatorContext) => findCardOrThrow(world, c);

  // Any status from any other, as done by Wise itself: the event says changed_by internal_system.
  app.put('/_emulator/cards/:token/status', async (c) => {
    const { status } = await parseControl(c, cardStatusBody);
    const card = cardOrThrow(c);
    return c.json(card.status === status ? card : changeCardStatus(emulator, card, status));
  });

  app.put('/_emulator/cards/:token/spending-permissions', async (c) => {
    const { permissions: changes } = await parseControl(c, spendingPermissionsBody);
    const card = cardOrThrow(c);
    const rows = new Map(card.spendingPermissions.map((row) => [row.type, row]));
    for (const { isEnabled, isLocked, type } of changes) {
      const current = rows.get(type) ?? { type, isEnabled: false, isLocked: false };
      rows.set(type, {
        type,
        isEnabled: isEnabled ?? current.isEnabled,
        isLocked: isLocked ?? current.isLocked,
      });
    }
    return c.json(changeCard(emulator, card, { spendingPermissions: [...rows.values()] }));
  });

  app.put('/_emulator/cards/:token/pin-tries', async (c) => {
    const { tries } = await parseControl(c, pinTriesBody);
    return c.json(changeCard(emulator, cardOrThrow(c), { pinTries: tries }));
  });

  app.put('/_emulator/profiles/:profileId/state', async (c) => {
    const { currentState } = await parseControl(c, profileStateBody);
    const profile = world.profiles.get(c.req.param('profileId'));
    if (!profile) throw notFound('profile');
    return c.json(world.profiles.put({ ...profile, currentState }));
  });

  // A client that kept the key before asks in vain until it fetches this one.
  app.post('/_emulator/encrypting-key/rotate', async (c) => {
    await emulator.encryptingKey.rotate();
    return c.body(null, 204);
  });

  app.put('/_emulator/tokens/:owner', async (c) => {
    const { revoke } = await parseControl(c, revocationBody);
    const owner = c.req.param('owner');
    const user = world.users.get(owner);
    if (!user && owner !== oauthClient.id) throw notFound('user or client');
    const endsAccess = revoke === 'access' || revoke === 'all';
    const ended = endsAccess ? revokeAccessTokens(world, user?.id ?? null) : 0;
    if (user && (revoke === 'all' || revoke === 'none')) setRevoked(world, user.id, revoke === 'all');
    if (user && (revoke === 'personal' || revoke === 'none'))
      world.users.put({ ...user, isPersonalTokenRevoked: revoke === 'personal' });
    return c.json({ ended });
  });
}
