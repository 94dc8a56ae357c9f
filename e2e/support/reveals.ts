import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base64url, compactDecrypt } from 'jose';
import { z } from 'zod';
import { approve, listApprovals, requestApproval } from '../../lib/contracts/approvals.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { type RevealReply, revealDetails, revealPin } from '../../lib/contracts/sensitive-details.ts';
import { confirmSession } from '../../lib/contracts/session.ts';
import { demoPassword } from './accounts.ts';
import type { ConsoleClient } from './console-client.ts';

export const why = { reason: 'card-not-legible', ticket: 'CS-20418' } as const;

export const confirm = (client: ConsoleClient) =>
  client.call(confirmSession, { body: { password: demoPassword } });

interface PageKeys {
  publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string };
  privateKey: KeyObject;
}

export function makePageKeys(): PageKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey };
}

/** As the page asks: with the public half of a fresh key pair, unless one is given. */
export async function askReveal(
  client: ConsoleClient,
  params: CardPath,
  { what = 'details', keys = makePageKeys() }: { what?: 'details' | 'pin'; keys?: PageKeys } = {},
) {
  const endpoint = what === 'pin' ? revealPin : revealDetails;
  const answer = await client.call(endpoint, { params, body: { ...why, publicKey: keys.publicKey } });
  return { answer, keys };
}

const content = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('jwe'), contentKey: z.string(), reply: z.string() }),
  z.strictObject({ form: z.literal('clear'), details: z.record(z.string(), z.string()) }),
]);
const digits = z.looseObject({
  pan: z.string().optional(),
  cvv2: z.string().optional(),
  pin: z.string().optional(),
  cardholderName: z.string().optional(),
});

/** What only the page reads, and in which form Wise had sent it. @throws when it does not open */
export async function openReveal({ sealed }: RevealReply, { privateKey }: PageKeys) {
  const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
  const read = content.parse(decode((await compactDecrypt(sealed, privateKey)).plaintext));
  if (read.form === 'clear') return { form: read.form, ...digits.parse(read.details) };
  const inner = await compactDecrypt(read.reply, base64url.decode(read.contentKey));
  return { form: read.form, ...digits.parse(decode(inner.plaintext)) };
}

/** One asks a second person, who agrees: now the PIN is shown once. @returns the approval's id */
export async function agreeToPin(
  asker: ConsoleClient,
  decider: ConsoleClient,
  params: CardPath,
): Promise<string> {
  const asked = await asker.call(requestApproval, { body: { kind: 'pin.reveal', ...params, ...why } });
  const { approvalId } = asked.body;
  await decider.call(approve, { params: { approvalId }, body: {} });
  return approvalId;
}

/** Agrees to the PIN that somebody asks for in their browser. */
export async function agreeToWaitingPin(decider: ConsoleClient): Promise<void> {
  const { items } = (await decider.call(listApprovals, { query: { view: 'waiting' } })).body;
  const approvalId = items.find(({ kind }) => kind === 'pin.reveal')?.id ?? '';
  await decider.call(approve, { params: { approvalId }, body: {} });
}
