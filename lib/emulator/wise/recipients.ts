import { z } from 'zod';
import { recipientPageSize } from '../../contracts/wise/recipients.ts';
import type { Emulator } from '../emulator.ts';
import { checkAccount } from '../money/accounts/check-account.ts';
import {
  createRecipient,
  pageOfRecipients,
  type RecipientOrder,
  recipientsWithoutProfile,
} from '../money/recipients.ts';
import type { RecipientRecord } from '../money/records.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseCount } from './parse.ts';
import { printOldRecipient, printRecipient } from './print-recipient.ts';
import { accessRefusal, fieldRefusal, invalidToken, Refusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

const createBody = z.object({
  currency: z.string(),
  type: z.string(),
  profile: z.int().positive().nullish(),
  accountHolderName: z.string(),
  ownedByCustomer: z.boolean().nullish(),
  details: z.record(z.string(), z.unknown()),
});

/** Emulator choice: another user's recipient and one that does not exist answer the same 404. */
export function recipientOfCallerOrThrow(
  world: World,
  c: EmulatorContext,
  caller: UserCaller,
): RecipientRecord {
  const raw = c.req.param('accountId') ?? '';
  if (!/^\d{1,19}$/.test(raw)) throw fieldRefusal('accountId', 'must be a whole number', raw);
  const recipient = world.recipients.get(raw);
  const ownerId =
    recipient &&
    (recipient.profileId === null ? recipient.creatorId : world.profiles.get(recipient.profileId)?.userId);
  if (!recipient || ownerId !== caller.user.id)
    throw validationRefusal(404, {
      code: 'RECIPIENT_MISSING',
      message: 'Recipient not found',
      path: 'accountId',
      arguments: ['accountId', raw],
    });
  return recipient;
}

const personalProfileOf = (world: World, caller: UserCaller): number | null =>
  world.profiles.slice(caller.user.id).find(({ type }) => type === 'PERSONAL')?.id ?? null;

/** A profile that is named outside the path. @throws {Refusal} as for one of the path */
function ownProfileOrThrow(world: World, caller: UserCaller, profileId: number): number {
  const profile = world.profiles.get(profileId);
  if (profile?.userId !== caller.user.id) throw accessRefusal('Access to this profile is denied');
  if (profile.currentState === 'DEACTIVATED') throw invalidToken();
  return profileId;
}

function parseFlag(c: EmulatorContext, name: string, otherwise: boolean | null): boolean | null {
  const raw = c.req.query(name);
  if (raw === undefined) return otherwise;
  if (raw !== 'true' && raw !== 'false') throw fieldRefusal(name, 'must be true or false', raw);
  return raw === 'true';
}

function parseId(c: EmulatorContext, name: string): number | null {
  const raw = c.req.query(name);
  if (raw === undefined || raw === 'null') return null;
  if (!/^\d{1,15}$/.test(raw)) throw fieldRefusal(name, 'must be a whole number', raw);
  return Number(raw);
}

const parseList = (c: EmulatorContext, name: string): string[] | null =>
  c.req
    .query(name)
    ?.split(',')
    .map((entry) => entry.trim()) ?? null;

const parseTypes = (c: EmulatorContext) => parseList(c, 'type')?.map((type) => type.toLowerCase()) ?? null;

function parseOrder(c: EmulatorContext): RecipientOrder | null {
  const raw = c.req.query('sort');
  if (raw === undefined) return null;
  const [by = '', direction = 'asc', ...rest] = raw.split(',');
  const isKnown = (by === 'id' || by === 'currency') && (direction === 'asc' || direction === 'desc');
  if (!isKnown || rest.length > 0)
    throw fieldRefusal('sort', 'must be id or currency, with asc or desc', raw);
  return { by, direction };
}

export function registerRecipients(router: WiseRouter, { world }: Emulator): void {
  const rowsOf = (profileId: number | null, { user }: UserCaller) =>
    profileId === null ? recipientsWithoutProfile(world, user.id) : world.recipients.slice(profileId);
  const printNew = (recipient: RecipientRecord) =>
    world.settings.recipientShape === 'v1' ? printOldRecipient(world, recipient) : printRecipient(recipient);

  // Emulator choice: an account that refunds go to (`refund=true`) is one like any other.
  router.forUser('POST /v1/accounts', async (c, caller) => {
    parseFlag(c, 'refund', false);
    const { ownedByCustomer, profile, ...sent } = await parseBody(c, createBody);
    const profileId = profile ? ownProfileOrThrow(world, caller, profile) : personalProfileOf(world, caller);
    const checked = checkAccount(sent);
    // Wise: 400 by its reference, which is newer than the guide that says 422.
    if ('faults' in checked)
      throw new Refusal(400, {
        timestamp: world.clock.nextInstant(),
        errors: checked.faults.map(({ message, path, value }) => ({
          code: 'NOT_VALID',
          message,
          path,
          arguments: [path, value],
        })),
      });
    const owner = { creatorId: caller.user.id, profileId, ownedByCustomer: ownedByCustomer ?? false };
    return c.json(printNew(createRecipient(world, checked.account, owner)));
  });

  router.forUser('GET /v2/accounts', (c, caller) => {
    const size = parseCount(c, 'size', { ...recipientPageSize, default: recipientPageSize.max });
    const seekId = parseId(c, 'seekPosition');
    const order = parseOrder(c);
    const named = parseId(c, 'profileId') ?? parseId(c, 'profile');
    const profileId =
      named === null ? personalProfileOf(world, caller) : ownProfileOrThrow(world, caller, named);
    const filter = {
      active: parseFlag(c, 'active', true),
      creatorId: parseId(c, 'creatorId'),
      currencies: parseList(c, 'currency'),
      ownedByCustomer: parseFlag(c, 'ownedByCustomer', null),
      types: parseTypes(c),
    };
    // Emulator choice: for a user without a personal profile those that were made without a profile.
    const page = pageOfRecipients(rowsOf(profileId, caller), filter, {
      order: order ?? { by: 'id', direction: 'asc' },
      seekId,
      size,
      sought: seekId === null ? undefined : world.recipients.get(seekId),
    });
    const [first] = page.rows;
    return c.json({
      content: page.rows.map(printRecipient),
      // Wise: a whole number by its schema, so it is left out on the last page.
      ...(page.next ? { seekPositionForNext: page.next.id } : {}),
      ...(first ? { seekPositionForCurrent: first.id } : {}),
      sort: { empty: order === null, sorted: order !== null, unsorted: order === null },
      size,
    });
  });

  router.forUser('GET /v2/accounts/{accountId}', (c, caller) =>
    c.json(printRecipient(recipientOfCallerOrThrow(world, c, caller))),
  );

  // Wise: it cannot be undone, and a second time is forbidden.
  router.forUser('DELETE /v2/accounts/{accountId}', (c, caller) => {
    const recipient = recipientOfCallerOrThrow(world, c, caller);
    if (!recipient.active) throw accessRefusal('Recipient is already inactive');
    return c.json(printRecipient(world.recipients.put({ ...recipient, active: false })));
  });

  // Emulator choice: without a profile those of all the user's profiles; inactive ones are left out.
  router.forUser('GET /v1/accounts', (c, caller) => {
    const named = parseId(c, 'profileId') ?? parseId(c, 'profile');
    const currency = c.req.query('currency');
    const profileIds =
      named === null
        ? [...world.profiles.slice(caller.user.id).map(({ id }) => id), null]
        : [ownProfileOrThrow(world, caller, named)];
    const rows = profileIds
      .flatMap((id) => rowsOf(id, caller))
      .filter((row) => row.active && (currency === undefined || row.currency === currency));
    return c.json(rows.map((row) => printOldRecipient(world, row)));
  });

  router.forUser('GET /v1/accounts/{accountId}', (c, caller) =>
    c.json(printOldRecipient(world, recipientOfCallerOrThrow(world, c, caller))),
  );
}
