import { beforeEach, describe, expect, it } from 'vitest';
import { spendingPermissionList } from '../../contracts/wise/spending-permissions.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(20_000_101);
});

const pathOf = (version: string, card: { profileId: number; token: string }) =>
  `/${version}/spend/profiles/${card.profileId}/cards/${card.token}/spending-permissions`;
const read = async (card: { profileId: number; token: string }) =>
  spendingPermissionList.parse((await wise.ask('GET', pathOf('v3', card), { token })).body).permissions;
const patch = (card: { profileId: number; token: string }, permissions: unknown, version = 'v4') =>
  wise.ask('PATCH', pathOf(version, card), { token, body: { permissions } });

describe('spending permissions', () => {
  it('a virtual card has three', async () => {
    expect((await read(demoCards.virtual)).map((row) => row.type)).toEqual([
      'ECOM',
      'ATM_WITHDRAWAL',
      'MOBILE_WALLETS',
    ]);
  });

  it('PATCH v4 sets several at once and answers an empty body', async () => {
    const reply = await patch(demoCards.virtual, [
      { type: 'ECOM', isEnabled: false },
      { type: 'ATM_WITHDRAWAL', isEnabled: false, isLocked: true },
    ]);
    expect([reply.status, reply.body]).toEqual([200, '']);
    const rows = await read(demoCards.virtual);
    expect(rows.slice(0, 2)).toEqual([
      { type: 'ECOM', isEnabled: false, isLocked: false },
      { type: 'ATM_WITHDRAWAL', isEnabled: false, isLocked: false },
    ]);
  });

  it('PATCH v3 sets one', async () => {
    const body = { type: 'ECOM', isEnabled: false };
    const reply = await wise.ask('PATCH', pathOf('v3', demoCards.virtual), { token, body });
    expect([reply.status, reply.body]).toEqual([200, '']);
    expect((await read(demoCards.virtual))[0]).toMatchObject({ type: 'ECOM', isEnabled: false });
  });

  it.each([
    ['INVALID_TYPE', 'virtual', 400, "Permission 'INVALID_TYPE' is not a valid permission type"],
    [
      'POS_CHIP',
      'virtual',
      422,
      "Permission 'POS_CHIP' is not supported for this card and cannot be updated",
    ],
    [
      'POS_CONTACTLESS',
      'lockedTwo',
      422,
      "Permission 'POS_CONTACTLESS' is locked for this card and cannot be updated",
    ],
  ] as const)(
    '%s on the %s card answers %i and changes nothing, the good ones included',
    async (type, name, status, message) => {
      const before = await read(demoCards[name]);
      const flipped = { type: 'ECOM', isEnabled: !before[0]?.isEnabled };
      const reply = await patch(demoCards[name], [flipped, { type, isEnabled: false }]);
      expect(reply.status).toBe(status);
      expect(reply.body).toEqual({ message });
      expect(await read(demoCards[name])).toEqual(before);
    },
  );

  it('refuses the same type twice and more than six', async () => {
    const twice = [
      { type: 'ECOM', isEnabled: true },
      { type: 'ECOM', isEnabled: false },
    ];
    const seven = Array.from({ length: 7 }, () => ({ type: 'ECOM', isEnabled: true }));
    expect((await patch(demoCards.virtual, twice)).status).toBe(400);
    expect((await patch(demoCards.virtual, seven)).status).toBe(400);
    expect((await patch(demoCards.virtual, 'ECOM')).status).toBe(400);
  });

  it('moves the card’s modificationTime only when something changes', async () => {
    const modified = () => wise.emulator.world.cards.get(demoCards.virtual.token)?.modificationTime;
    const before = modified();
    const [first] = await read(demoCards.virtual);
    await patch(demoCards.virtual, [{ type: 'ECOM', isEnabled: first?.isEnabled }]);
    expect(modified()).toBe(before);
    await patch(demoCards.virtual, [{ type: 'ECOM', isEnabled: !first?.isEnabled }]);
    expect(String(modified()) > String(before)).toBe(true);
  });
});
