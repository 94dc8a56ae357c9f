import { z } from 'zod';
import { listCards } from '../../lib/contracts/cards.ts';
import { type Connection, connect, listConnections } from '../../lib/contracts/connections.ts';
import { getProfileConnection } from '../../lib/contracts/profiles.ts';
import type { ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';

/** Wise users of the demo data whom nobody is connected to; each test takes its own. */
export const newcomers = [
  { id: '20000141', profileId: '30000141', name: 'Amara Okafor', email: 'amara.okafor@example.com' },
  { id: '20000142', profileId: '30000142', name: 'Mateus Ferreira', email: 'mateus.ferreira@example.com' },
  { id: '20000143', profileId: '30000143', name: 'Freya Lindgren', email: 'freya.lindgren@example.com' },
  { id: '20000144', profileId: '30000144', name: 'Tariq Hussain', email: 'tariq.hussain@example.com' },
  { id: '20000145', profileId: '30000145', name: 'Beatrix Holloway', email: 'beatrix.holloway@example.com' },
  { id: '20000146', profileId: '30000146', name: 'Kofi Mensah', email: 'kofi.mensah@example.com' },
  { id: '20000147', profileId: '30000147', name: 'Orla Kavanagh', email: 'orla.kavanagh@example.com' },
  { id: '20000148', profileId: '30000148', name: 'Hugo Castellane', email: 'hugo.castellane@example.com' },
] as const;

export const registrationCodeOf = (userId: string): string => `demo-registration-code-of-${userId}`;
export const personalTokenOf = (userId: string): string => `demo-personal-${userId}`;

/** What a person does on Wise's authorization page. @returns where Wise sends the browser to */
export async function decideAtWise(
  authorizeUrl: string,
  decision: 'allow' | 'refuse',
  profileId = '30000141',
): Promise<URL> {
  const form = new URLSearchParams(new URL(authorizeUrl).searchParams);
  form.set('profileId', profileId);
  form.set('decision', decision);
  const reply = await fetch(new URL('/oauth/authorize', authorizeUrl), {
    method: 'POST',
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  return new URL(reply.headers.get('location') ?? '');
}

/** @returns where to send the browser */
export async function askToAuthorize(admin: ConsoleClient, reconnect?: string): Promise<string> {
  const body = { method: 'authorization_code' as const, ...(reconnect !== undefined && { reconnect }) };
  return (await admin.call(connect, { body })).body.authorizeUrl ?? '';
}

/** Brings what Wise sent back to the console. @returns the words it ends with */
export async function comeBack(client: ConsoleClient, target: URL): Promise<URLSearchParams> {
  const answer = await client.send('GET', `${target.pathname}${target.search}`);
  if (answer.status !== 303) throw new Error(`The callback answered ${answer.status} ${answer.text}`);
  return new URL(answer.headers.get('location') ?? '', target).searchParams;
}

export async function findConnection(client: ConsoleClient, id: string): Promise<Connection | undefined> {
  const { body } = await client.call(listConnections, { query: { query: id, limit: 200 } });
  return body.items.find((item) => item.id === id);
}

const refreshTokenRow = z.object({ token: z.string(), userId: z.number(), isRevoked: z.boolean() });

/** Refresh tokens that Wise would take of this user. */
export async function liveRefreshTokens(emulator: EmulatorControl, userId: string): Promise<string[]> {
  const rows = await emulator.state('refresh-tokens', refreshTokenRow);
  return rows.filter((row) => String(row.userId) === userId && !row.isRevoked).map((row) => row.token);
}

/** A refresh token of a grant of its own, as somebody may have got it elsewhere. */
export async function grantElsewhere(emulatorUrl: string, userId: string): Promise<string> {
  const newcomer = newcomers.find(({ id }) => id === userId);
  const reply = await fetch(`${emulatorUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('demo-client:demo-secret').toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'registration_code',
      client_id: 'demo-client',
      email: newcomer?.email ?? '',
      registration_code: registrationCodeOf(userId),
    }),
  });
  return z.object({ refresh_token: z.string() }).parse(await reply.json()).refresh_token;
}

export const cardsOf = async (client: ConsoleClient, profileId: string) =>
  (await client.call(listCards, { query: { profileId: [profileId] } })).body.items;
export const faultOf = async (client: ConsoleClient, profileId: string) =>
  (await client.call(getProfileConnection, { params: { profileId } })).body.fault;
export const tokenRequests = async (
  emulator: { requests(since: string): Promise<{ path: string }[]> },
  since: string,
) => (await emulator.requests(since)).filter(({ path }) => path === '/oauth/token').length;
