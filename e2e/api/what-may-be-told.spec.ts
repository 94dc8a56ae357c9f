import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEndpoints } from '../../lib/contracts/all-endpoints.schema.ts';
import {
  exportCardTransactions,
  type ListedTransaction,
  listCardTransactions,
} from '../../lib/contracts/card-transactions.ts';
import type { CardPath } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { AccountRole } from '../support/accounts.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { type DemoCardName, demoCards } from '../support/demo-cards.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { findSecrets, hiddenCodes, notDisclosed, readSecrets } from '../support/hidden-declines.ts';
import { readEvents } from '../support/read-events.ts';

const others: AccountRole[] = ['operator', 'branch_manager', 'admin', 'auditor'];
const pathOf = (name: DemoCardName): CardPath => ({
  profileId: demoCards[name].profileId,
  cardToken: demoCards[name].token,
});
/** The last is collected at Leeds, so that the branch manager has something to see too. */
const paths = (['restricted', 'partnerSuspended', 'oddities', 'softDeclines', 'old'] as const).map(pathOf);
const declinedCard = pathOf('old');
const endpoints = allEndpoints.map(({ endpoint }) => endpoint);

/** One declined payment for each hidden code, for some that nobody knows, and for none at all. */
async function declineForEach(emulator: EmulatorControl): Promise<void> {
  const card = { cardToken: declinedCard.cardToken, state: 'DECLINED' };
  for (const declineReason of [...hiddenCodes, 'SUSPECTED_FRAUD_AML_REVIEW', 'CODE_OF_TOMORROW', '', null])
    await emulator.makeTransaction({ ...card, declineReason });
  await emulator.makeTransaction({
    ...card,
    declineReason: 'PROCESSING_ERROR',
    detailedDeclineReason: 'ACCOUNT_SUSPENDED_BY_REVIEW',
  });
}

async function readDeclines(client: ConsoleClient, params: CardPath): Promise<ListedTransaction[]> {
  const answer = await client.call(listCardTransactions, {
    params,
    query: { state: ['DECLINED'], limit: 100 },
  });
  return answer.status === 404 ? [] : answer.body.items;
}

/** What stands for a parameter of an address, in braces or in brackets. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/[{[](\w+)[}\]]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The walk does not know what ${name} is in ${template}`);
    return value;
  });
}

const nobody = '00000000-0000-4000-8000-000000000000';
const unknown = {
  approvalId: nobody,
  balanceId: '1',
  batchGroupId: nobody,
  branchId: nobody,
  bulkId: nobody,
  caseId: nobody,
  itemKey: 'payee',
  connectionId: '1',
  kioskId: 'WIS99999',
  deliveryId: nobody,
  evidenceId: nobody,
  exportId: nobody,
  jobId: nobody,
  legalHoldId: nobody,
  subscriptionId: nobody,
  orderId: '1',
  personId: nobody,
  revealId: nobody,
  ruleId: nobody,
  rowNumber: '1',
  scaId: nobody,
  viewId: nobody,
  way: 'sms',
};
const queries: Record<string, Record<string, string>> = {
  '/api/find': { query: 'a' },
  '/api/views': { list: 'cards' },
  '/api/transactions/numbers': { from: '2026-01-01', until: '2026-12-31' },
  '/api/transactions/numbers/export.csv': { from: '2026-01-01', until: '2026-12-31', table: 'reasons' },
  '/api/profiles/{profileId}/batch-groups/{batchGroupId}/transfer-form': {
    target: 'EUR',
    side: 'source',
    amount: '1',
  },
};
const bodies: Record<string, unknown[]> = {
  'PUT /api/profiles/{profileId}/cards/{cardToken}/status': [{ status: 'FROZEN' }, { status: 'ACTIVE' }],
  'PATCH /api/profiles/{profileId}/cards/{cardToken}/spending-permissions': [
    { permissions: [{ type: 'ECOM', isEnabled: true }] },
  ],
};

const pagesOnDisk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesOnDisk(path);
    return entry.name === 'page.tsx' ? [folder.replace(/^app\/\(\w+\)/, '')] : [];
  });

/** Every answer of every endpoint, and every page as HTML and as what a link inside the console fetches. */
async function* walk(client: ConsoleClient): AsyncGenerator<{ what: string; status: number; text: string }> {
  const subjects: Record<string, string>[] = [];
  for (const path of paths) {
    const declines = await readDeclines(client, path);
    const ids = declines.length === 0 ? ['1'] : declines.slice(0, 25).map(({ id }) => id);
    for (const transactionId of ids) subjects.push({ ...unknown, ...path, transactionId });
  }
  const seen = new Set<string>();
  const isNew = (address: string) => !seen.has(address) && seen.add(address) !== undefined;

  for (const { method, path } of endpoints) {
    if (path === '/api/events') continue;
    for (const subject of subjects) {
      const address = fill(path, subject);
      if (!isNew(`${method} ${address}`)) continue;
      const query = { ...queries[path], ...(path.endsWith('export.csv') && { reason: 'audit' }) };
      for (const body of method === 'GET' ? [undefined] : (bodies[`${method} ${path}`] ?? [{}])) {
        const { status, text } = await client.send(method, address, { body, query });
        yield { what: `${method} ${address}`, status, text };
      }
    }
  }
  for (const page of pagesOnDisk('app/(console)'))
    for (const subject of subjects) {
      const address = fill(page, subject);
      if (!isNew(address)) continue;
      for (const headers of [{}, { rsc: '1' }]) {
        const { status, text } = await client.send('GET', address, { headers });
        yield { what: `page ${address}`, status, text };
      }
    }
}

// The last file and the longest: no role waits for another's walk.
test.describe.configure({ mode: 'parallel' });

for (const role of others)
  test(`nothing that leaves the console for ${role} holds a code or a sentence that only compliance may know`, async ({
    as,
    emulator,
    stack,
  }) => {
    const client = await as(role);
    const events = await readEvents(client);
    await declineForEach(emulator);
    const secrets = await readSecrets(await as('compliance'), await as('operator'), paths);
    expect(secrets.codes).toEqual(expect.arrayContaining([...hiddenCodes]));
    expect(secrets.codes).toEqual(
      expect.arrayContaining([
        'CODE_OF_TOMORROW',
        'SUSPECTED_FRAUD_AML_REVIEW',
        'ACCOUNT_SUSPENDED_BY_REVIEW',
      ]),
    );
    expect(secrets.sentences.length).toBeGreaterThan(30);

    let answered = 0;
    let hidden = 0;
    for await (const { status, text, what } of walk(client)) {
      expect(findSecrets(text, secrets), `${what} (${status})`).toEqual([]);
      expect(status, what).toBeLessThan(500);
      if (status === 200) answered += 1;
      if (text.includes(notDisclosed)) hidden += 1;
    }
    expect(answered).toBeGreaterThan(40);
    expect(hidden).toBeGreaterThan(20);

    await events.until((event) => event.type === 'card-transaction.changed');
    events.close();
    expect(findSecrets(JSON.stringify(events.received), secrets)).toEqual([]);
    expect(findSecrets(stack.readConsoleLog(), secrets), 'the log').toEqual([]);
  });

test('compliance does read them, in lists, on pages and in exports: the search finds what is there', async ({
  as,
  emulator,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  await declineForEach(emulator);
  const secrets = await readSecrets(compliance, operator, paths);
  const [aml] = (await readDeclines(compliance, declinedCard)).filter(
    ({ declineReason }) => declineReason === 'SUSPECTED_FRAUD_AML',
  );
  expect((await readDeclines(operator, declinedCard)).find(({ id }) => id === aml?.id)?.declineReason).toBe(
    notDisclosed,
  );
  const page = await compliance.send('GET', `/transactions/${declinedCard.profileId}/${aml?.id}`);
  const csv = await compliance.call(exportCardTransactions, {
    params: declinedCard,
    query: { reason: 'audit' },
  });
  const list = await compliance.call(listCardTransactions, { params: declinedCard, query: { limit: 100 } });
  for (const text of [page.text, csv.text, list.text])
    expect(findSecrets(text, secrets)).toContain('SUSPECTED_FRAUD_AML');
  expect(findSecrets(page.text, secrets).some((found) => found.includes(' '))).toBe(true);
});

test('nothing of them stands in what the browser downloads', async ({ as }) => {
  const secrets = await readSecrets(await as('compliance'), await as('operator'), paths);
  const files = ['.next/static', 'public'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|css|json|map|html|txt|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(findSecrets(readFileSync(file, 'utf8'), secrets), file).toEqual([]);
});

for (const role of others)
  test(`to ${role} a filter by such a code answers as a filter by an invented one`, async ({
    as,
    emulator,
  }) => {
    const client = await as(role);
    await declineForEach(emulator);
    const ask = async (declineReason: string) => {
      const { body } = await client.call(listCardTransactions, {
        params: declinedCard,
        query: { declineReason: [declineReason], from: '2026-01-01T00:00:00Z' },
      });
      return { items: body.items, nextCursor: body.nextCursor, isCut: body.range.isCut };
    };
    const invented = await ask('NO_SUCH_CODE');
    expect(invented).toEqual({ items: [], nextCursor: null, isCut: true });
    for (const code of hiddenCodes) expect([code, await ask(code)]).toEqual([code, invented]);
    const found = (await ask(notDisclosed)).items;
    expect(found.length).toBeGreaterThanOrEqual(hiddenCodes.length);
    expect(new Set(found.map(({ declineTitle }) => declineTitle)).size).toBe(1);
    expect(found.every(({ detailedDeclineReason }) => detailedDeclineReason === null)).toBe(true);
  });
