import { unzipSync } from 'fflate';
import { exportAudit, getAuditHead, listAudit } from '../../lib/contracts/audit.ts';
import {
  getEvidence,
  listEvidence,
  makeCaseEvidence,
  makeTransactionEvidence,
} from '../../lib/contracts/evidence.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { addRule, approver, haveCase, newReason } from '../support/desk.ts';
import { pickCard } from '../support/pick-card.ts';
import { verifyEvidence } from '../support/verify-evidence.ts';

const reasonAndRecipient = { reason: 'Order of 12 November', recipient: 'Economic crime unit' };
const asked = { ...reasonAndRecipient, timeZone: 'Europe/London' };

async function download(client: ConsoleClient, path: string, body: object): Promise<Buffer> {
  const reply = await fetch(`${client.consoleUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: client.consoleUrl,
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/zip');
  return Buffer.from(await reply.arrayBuffer());
}

/** Acts that compliance alone may know of, their intents and outcomes. */
const countSealed = async (auditor: ConsoleClient) => {
  const { body } = await auditor.call(exportAudit, { query: { reason: 'routine' } });
  return body.split('"action":"withheld"').length - 1;
};

test('a case leaves as a package that anybody can check, is on the list, and only there', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2, auditor] = await Promise.all([
    as('compliance'),
    as(approver),
    as('auditor'),
  ]);
  const reason = newReason();
  await addRule(compliance, compliance2, reason);
  const { id: caseId, transactionId } = await haveCase(compliance, emulator, reason);
  const { publicKey } = (await auditor.call(getAuditHead, {})).body;
  const sealed = await countSealed(auditor);

  const zip = await download(compliance, `/api/cases/${caseId}/evidence`, asked);
  const whole = verifyEvidence(zip, publicKey);
  expect(whole.status, whole.said).toBe(0);
  const changed = Buffer.from(zip);
  const at = zip.indexOf('Economic crime unit');
  changed[at] = (changed[at] ?? 0) ^ 1;
  const failed = verifyEvidence(changed, publicKey);
  expect(failed).toMatchObject({ status: 1 });
  expect(failed.said).toContain('FAIL  evidence.json: changed');

  const told = JSON.parse(Buffer.from(unzipSync(zip)['evidence.json'] ?? Buffer.of()).toString());
  expect(told).toMatchObject({
    ...asked,
    madeBy: 'Ines Duarte',
    case: { id: caseId, declineReason: reason },
  });
  expect(told.transactions).toMatchObject([{ id: transactionId, declineReason: reason }]);

  const { items, key } = (await compliance2.call(listEvidence, { query: { caseId } })).body;
  expect(items).toMatchObject([{ id: told.id, by: 'Ines Duarte', ...reasonAndRecipient, transactions: 1 }]);
  expect(whole.said).toContain(`SHA-256 ${items[0]?.sha256}`);
  expect(key.publicKey).toBe(publicKey);
  const detail = await compliance.call(getEvidence, { params: { evidenceId: told.id } });
  expect(detail.body.items).toMatchObject([{ id: transactionId }]);

  const trail = await auditor.call(listAudit, { query: { limit: 200 } });
  for (const trace of ['evidence', caseId, told.id, asked.recipient]) expect(trail.text).not.toContain(trace);
  expect(await countSealed(auditor), 'it is in the chain all the same').toBe(sealed + 2);
});

test('chosen transactions leave as a package; what the archive does not hold is refused', async ({
  as,
  emulator,
}) => {
  const compliance = await as('compliance');
  const { token: cardToken } = await pickCard(compliance, { status: 'ACTIVE' });
  const made = [
    await emulator.makeTransaction({ cardToken, state: 'COMPLETED' }),
    await emulator.makeTransaction({ cardToken, state: 'COMPLETED' }),
  ];
  const find = async () =>
    (await compliance.call(listTransactions, { query: { cardToken: [cardToken], limit: 200 } })).body.items
      .filter(({ id }) => made.some((one) => one.id === id))
      .map(({ id, profileId }) => ({ id, profileId }));
  await expect.poll(find).toHaveLength(2);
  const transactions = await find();
  const zip = await download(compliance, '/api/transactions/evidence', { ...asked, transactions });
  const told = JSON.parse(Buffer.from(unzipSync(zip)['evidence.json'] ?? Buffer.of()).toString());
  expect(told.transactions).toHaveLength(transactions.length);
  const { key } = (await compliance.call(listEvidence, { query: {} })).body;
  expect(verifyEvidence(zip, key.publicKey).status).toBe(0);

  const unknown = { ...asked, transactions: [...transactions, { profileId: '1', id: '1' }] };
  const refused = await compliance.call(makeTransactionEvidence, { body: unknown });
  expect([refused.status, refused.problem.code]).toEqual([400, 'validation_failed']);
  const bare = await compliance.call(makeTransactionEvidence, { body: { ...unknown, recipient: ' ' } });
  expect(bare.problem.fields).toMatchObject([{ path: 'body.recipient' }]);
});

test('nobody but compliance makes or lists evidence', async ({ as }) => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const who of ['operator', 'branch_manager', 'admin', 'auditor'] as const) {
    const client = await as(who);
    const answers = await Promise.all([
      client.call(listEvidence, { query: {} }),
      client.call(getEvidence, { params: { evidenceId: nobody } }),
      client.call(makeCaseEvidence, { params: { caseId: nobody }, body: asked }),
      client.call(makeTransactionEvidence, { body: { ...asked, transactions: [] } }),
    ]);
    expect(
      answers.map(({ problem }) => problem.code),
      who,
    ).toEqual(Array(4).fill('forbidden'));
  }
});
