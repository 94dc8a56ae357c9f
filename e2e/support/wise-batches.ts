import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EmulatorControl } from './emulator-control.ts';
import { asCompanysUser } from './wise-tokens.ts';

const recipients = z.object({ content: z.array(z.object({ id: z.number(), active: z.boolean() })) });
const withId = z.object({ id: z.string() });

/** Batch groups as another program makes them: over Wise's API, past the console. */
export async function otherProgram(emulator: EmulatorControl, profileId: string) {
  const headers = { ...(await asCompanysUser(emulator)), 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body?: unknown): Promise<string> => {
    const reply = await fetch(`${emulator.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text;
  };
  const groups = `/v3/profiles/${profileId}/batch-groups`;
  const payees = recipients
    .parse(JSON.parse(await ask('GET', `/v2/accounts?profileId=${profileId}&currency=GBP&active=true`)))
    .content.map(({ id }) => id);

  const setStatus = async (groupId: string, status: string): Promise<void> => {
    // Its digits as they are: the number is beyond what JSON.parse keeps.
    const version = /"version":\s*(-?\d+)/.exec(await ask('GET', `${groups}/${groupId}`))?.[1];
    await ask('PATCH', `${groups}/${groupId}`, `{"status":"${status}","version":${version}}`);
  };

  return {
    async makeGroup(name: string): Promise<string> {
      return withId.parse(JSON.parse(await ask('POST', groups, { name, sourceCurrency: 'GBP' }))).id;
    },
    async addTransfer(groupId: string, targetAmount: number, reference: string): Promise<void> {
      const targetAccount = payees[0];
      const quote = await ask('POST', `/v3/profiles/${profileId}/quotes`, {
        sourceCurrency: 'GBP',
        targetCurrency: 'GBP',
        targetAmount,
        targetAccount,
        preferredPayIn: 'BALANCE',
      });
      await ask('POST', `${groups}/${groupId}/transfers`, {
        targetAccount,
        quoteUuid: withId.parse(JSON.parse(quote)).id,
        customerTransactionId: randomUUID(),
        details: { reference },
      });
    },
    close: (groupId: string) => setStatus(groupId, 'COMPLETED'),
    cancel: (groupId: string) => setStatus(groupId, 'CANCELLED'),
    fund: (groupId: string) =>
      ask('POST', `/v3/profiles/${profileId}/batch-payments/${groupId}/payments`, { type: 'BALANCE' }),
  };
}
