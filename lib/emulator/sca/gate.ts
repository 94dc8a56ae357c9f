import type { MiddlewareHandler } from 'hono';
import type { Emulator } from '../emulator.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { identifyCaller } from '../wise/tokens.ts';
import { digestAction } from './action.ts';
import { hasSession } from './factors.ts';
import { createOneTimeToken, spendOneTimeToken } from './one-time-tokens.ts';
import { actionTypeOf, operationOf, riskOf } from './protected-operations.ts';

const tokenHeader = 'x-2fa-approval';
const resultHeader = 'x-2fa-approval-result';

/**
 * Strong customer authentication, where the settings ask for it.
 * Wise: the first request is refused with a one-time token; the same request with the cleared token goes through.
 * Emulator choice: confirmation comes before everything else is looked at, and the body of the 403, of which nothing is
 * documented, is empty.
 */
export function scaGate({ world }: Emulator): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const { scaRequired } = world.settings;
    const id = scaRequired === false ? null : operationOf(c);
    const risk = id && riskOf(scaRequired, id, c.req.path);
    if (!id || !risk) return next();
    const caller = identifyCaller(world, c);
    if (caller?.kind !== 'user') return next();

    const userId = caller.user.id;
    const action = await digestAction(c);
    const offered = c.req.header(tokenHeader);
    if (offered !== undefined && spendOneTimeToken(world, offered, userId, action)) {
      c.header(resultHeader, 'APPROVED');
      return next();
    }
    if (risk === 'low' && hasSession(world, userId)) return next();
    const { token } = createOneTimeToken(world, { userId, action, actionType: actionTypeOf(id) });
    return c.body(null, 403, { [tokenHeader]: token, [resultHeader]: 'REJECTED' });
  };
}
