import { z } from 'zod';
import type { EmulatorControl } from './emulator-control.ts';

const granted = z.object({ access_token: z.string() });
const issued = z.object({ token: z.string(), userId: z.number().nullable(), expiresAtMs: z.number() });

/** To ask the emulator as the application. */
export async function asClient(emulatorUrl: string): Promise<{ authorization: string }> {
  const reply = await fetch(`${emulatorUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return { authorization: `Bearer ${granted.parse(await reply.json()).access_token}` };
}

/** To ask it as the user of the company's cards, by the console's own token: another grant would end that one. */
export async function asCompanysUser(emulator: EmulatorControl): Promise<{ authorization: string }> {
  const now = Date.parse(await emulator.now());
  const tokens = await emulator.state('tokens', issued);
  const live = tokens.find(({ expiresAtMs, userId }) => userId === 20_000_001 && expiresAtMs > now);
  if (!live) throw new Error('no live token');
  return { authorization: `Bearer ${live.token}` };
}

const josePublicKey = z.object({ keyMaterial: z.object({ keyMaterial: z.string() }) });

/** Base64 of the key that PINs and devices are encrypted to. */
export async function readJoseKey(emulatorUrl: string): Promise<string> {
  const query = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';
  const reply = await fetch(`${emulatorUrl}/v1/auth/jose/response/public-keys?${query}`, {
    headers: await asClient(emulatorUrl),
  });
  return josePublicKey.parse(await reply.json()).keyMaterial.keyMaterial;
}
