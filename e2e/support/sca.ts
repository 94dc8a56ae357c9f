import type { Problem } from '../../lib/contracts/problem.ts';
import { getSca, replaySca, type ScaState, triggerSca, verifySca } from '../../lib/contracts/sca.ts';
import type { ConsoleClient } from './console-client.ts';

/** What Wise's sandbox sends to every telephone, and the PIN of every user of the demo data. */
export const passcode = '111111';
export const scaPin = '1234';

/** What a refused request says is to be confirmed. @throws where it says nothing of that kind */
export function scaOf(problem: Problem): ScaState {
  if (problem.code !== 'sca_required' || !problem.sca)
    throw new Error(`wanted challenges, got ${JSON.stringify(problem)}`);
  return problem.sca;
}

export const readSca = (client: ConsoleClient, scaId: string) => client.call(getSca, { params: { scaId } });

export const trigger = (client: ConsoleClient, scaId: string, way: 'sms' | 'whatsapp' | 'voice' = 'sms') =>
  client.call(triggerSca, { params: { scaId, way } });

export const verify = (
  client: ConsoleClient,
  scaId: string,
  value = passcode,
  type: 'SMS' | 'WHATSAPP' | 'VOICE' | 'PIN' | 'PARTNER_DEVICE_FINGERPRINT' | 'FACE_MAP' = 'SMS',
) => client.call(verifySca, { params: { scaId }, body: { type, value } });

export async function clearBySms(client: ConsoleClient, scaId: string): Promise<ScaState> {
  await trigger(client, scaId);
  return (await verify(client, scaId)).body;
}

/** Its answer is the one of the request that waited. */
export const replay = (client: ConsoleClient, scaId: string) =>
  client.send('POST', replaySca.path.replace('{scaId}', scaId), { body: {}, idempotencyKey: null });

/** As the customer does, on Wise's page. */
export async function confirmOnWisesPage(hostedUrl: string, proof: Record<string, string>): Promise<string> {
  const page = await fetch(hostedUrl, {
    method: 'POST',
    body: new URLSearchParams({ ...proof, ott: ottOf(hostedUrl) }),
  });
  return page.text();
}

export const ottOf = (hostedUrl: string): string => new URL(hostedUrl).searchParams.get('ott') ?? '';
