import { topUpBody } from '../../contracts/wise/balances.ts';
import { fromMinor, roundAmount, toMinor } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import { changeBalance } from '../money/balances.ts';
import type { BalanceRecord } from '../money/records.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseIdParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { accessRefusal, fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

const balanceTypes: readonly string[] = ['STANDARD', 'SAVINGS'];

/** Emulator choice: what is invested is no cash, and is worth what it shows. */
function printBalance(row: BalanceRecord) {
  const { amount, currency, investmentState, reservedAmount } = row;
  const money = (value: number) => ({ value, currency });
  const worth = fromMinor(toMinor(amount, currency) + toMinor(reservedAmount, currency), currency);
  return {
    id: row.id,
    currency,
    type: row.type,
    name: row.name,
    icon: row.type === 'SAVINGS' ? { type: 'EMOJI', value: '🏺' } : null,
    investmentState,
    amount: money(amount),
    reservedAmount: money(reservedAmount),
    cashAmount: money(investmentState === 'NOT_INVESTED' ? worth : 0),
    totalWorth: money(worth),
    creationTime: row.creationTime,
    modificationTime: row.modificationTime,
    visible: true,
  };
}

/** Wise: the types are required, with commas between. Emulator choice: how it refuses. */
function parseTypes(c: EmulatorContext): readonly string[] {
  const types = (c.req.query('types') ?? '').split(',').map((type) => type.trim());
  if (types.every((type) => balanceTypes.includes(type))) return types;
  throw fieldRefusal('types', `must be one or more of ${balanceTypes.join(', ')}`);
}

export function registerBalances(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  router.forUser('GET /v4/profiles/{profileId}/balances', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const types = parseTypes(c);
    const found = world.balances.slice(profile.id).filter(({ type }) => types.includes(type));
    return c.json(found.map(printBalance));
  });

  router.forUser('GET /v4/profiles/{profileId}/balances/{balanceId}', (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    const id = parseIdParam(c, 'balanceId');
    const balance = world.balances.get(id);
    if (balance?.profileId !== profile.id)
      throw validationRefusal(404, {
        code: 'balance.not.found',
        message: 'Balance not found',
        path: 'balanceId',
        arguments: [id],
      });
    return c.json(printBalance(balance));
  });

  // Wise: a channel that is not named is CARD; the state is always COMPLETED.
  const topUp = async (c: EmulatorContext, caller: UserCaller) => {
    const { amount, channel = 'CARD', ...asked } = await parseBody(c, topUpBody);
    const profile = world.profiles.get(asked.profileId);
    if (profile?.userId !== caller.user.id) throw accessRefusal('Access to this profile is denied');
    const balance = world.balances.get(asked.balanceId);
    if (balance?.profileId !== asked.profileId)
      throw fieldRefusal('balanceId', 'is no balance of this profile');
    if (balance.currency !== asked.currency) throw fieldRefusal('currency', `must be ${balance.currency}`);
    if (roundAmount(amount, balance.currency) !== amount)
      throw fieldRefusal('amount', 'must be an amount of the currency');
    if (balance.investmentState !== 'NOT_INVESTED') throw fieldRefusal('balanceId', 'is invested');
    const minor = toMinor(amount, balance.currency);
    const { balance: after, transactionId } = changeBalance(emulator, balance, {
      minor,
      channel,
      reference: `TOPUP-${balance.id}`,
    });
    const balancesAfter = [{ id: after.id, value: after.amount, currency: after.currency }];
    return c.json({ transactionId, state: 'COMPLETED', balancesAfter });
  };
  router.forUser('POST /v1/simulation/balance/topup', topUp);
}
