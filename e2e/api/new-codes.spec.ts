import { approve, getApproval } from '../../lib/contracts/approvals.ts';
import { getCardTransaction, listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import { listDeclineReasons } from '../../lib/contracts/decline-reasons.ts';
import { classifyCode, listNewCodes, takeBackCode } from '../../lib/contracts/new-codes.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { agree } from '../support/agree.ts';
import { expectNothingTold, listenAsOthers } from '../support/bystanders.ts';
import { approver } from '../support/desk.ts';
import { findCode, meetCode, newCodeName, restrictedMeaning, toldMeaning } from '../support/new-codes.ts';

test('a new code is hidden, told once two of compliance agree, and hidden again once they take it back', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2, operator] = await Promise.all([
    as('compliance'),
    as(approver),
    as('operator'),
  ]);
  const code = newCodeName();
  const { cardToken, profileId, transactionId } = await meetCode(compliance, emulator, code);
  const read = async (client: ConsoleClient) =>
    (await client.call(getCardTransaction, { params: { profileId, transactionId } })).body;
  const countFound = async (declineReason: string) =>
    (await operator.call(listTransactions, { query: { declineReason: [declineReason] } })).body.total;
  const isInCatalogue = async () =>
    (await operator.call(listDeclineReasons, {})).body.items.some((reason) => reason.code === code);
  const hidden = await read(operator);
  expect([hidden.declineReason, await countFound(code), await isInCatalogue()]).toEqual([
    'NOT_DISCLOSED',
    await countFound('INVENTED_BY_NOBODY'),
    false,
  ]);

  const classification = toldMeaning(code);
  const asked = await compliance.call(classifyCode, { body: { code, version: 0, classification } });
  expect(asked.status).toBe(202);
  const { approvalId } = asked.body;
  const { lines, subject } = (await compliance2.call(getApproval, { params: { approvalId } })).body;
  expect([subject, lines[0], lines.at(-1)]).toEqual([
    code,
    'May be told. Staff read it, and say its words to the customer.',
    `To the customer: “The shop sent this payment twice, reference ${code}.”`,
  ]);
  expect((await read(operator)).declineReason).toBe('NOT_DISCLOSED');
  await agree(compliance2, approvalId);
  expect(await read(operator)).toMatchObject({
    declineReason: code,
    decline: { reason: { title: `Meaning of ${code}`, mayBeTold: 'tell', classified: { by: null } } },
  });
  expect((await read(compliance)).decline?.reason.classified?.by).toEqual(['Ines Duarte', 'Karim Haddad']);
  expect(await isInCatalogue()).toBe(true);
  await expect.poll(() => countFound(code), { timeout: 30_000 }).toBe(1);

  const back = await compliance.call(takeBackCode, { body: { code, version: 1 } });
  expect((await read(operator)).declineReason).toBe(code);
  await agree(compliance2, back.body.approvalId);
  const again = await read(operator);
  expect([again.declineReason, again.decline?.reason, await countFound(code), await isInCatalogue()]).toEqual(
    ['NOT_DISCLOSED', hidden.decline?.reason, 0, false],
  );
  await expect
    .poll(async () => (await findCode(compliance, code))?.isArchiveDue, { timeout: 30_000 })
    .toBe(false);
  const { items } = (
    await operator.call(listCardTransactions, {
      params: { profileId, cardToken },
      query: { declineReason: [code] },
    })
  ).body;
  expect(items).toEqual([]);
  expect((await findCode(compliance, code))?.history).toMatchObject([
    { version: 2, level: null, proposedBy: 'Ines Duarte', agreedBy: 'Karim Haddad' },
    { version: 1, level: 'tell', proposedBy: 'Ines Duarte', agreedBy: 'Karim Haddad' },
  ]);
});

test('a code is no other than restricted where it begins like one, stays as it came, and is nobody’s alone', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const code = `ACCOUNT_SUSPENDED_${newCodeName()}`;
  await meetCode(compliance, emulator, code);
  const classify = async (of: string, version = 0) =>
    (await compliance.call(classifyCode, { body: { code: of, version, classification: toldMeaning(of) } }))
      .problem;
  expect((await classify(code)).fields).toEqual([
    {
      path: 'body.classification.level',
      message: 'It begins with ACCOUNT_SUSPENDED, so it stays restricted.',
    },
  ]);
  for (const listed of ['SUSPECTED_FRAUD', 'NOT_DISCLOSED', 'NEVER_MET_BY_ANYBODY'])
    expect(['conflict', 'not_found']).toContain((await classify(listed)).code);
  const unsaid = { ...toldMeaning(code), say: ' ' };
  const refused = await compliance.call(classifyCode, { body: { code, version: 0, classification: unsaid } });
  expect(refused.problem.fields).toMatchObject([{ path: 'body.classification.say' }]);
  const own = await compliance2.call(classifyCode, {
    body: { code, version: 0, classification: restrictedMeaning(code) },
  });
  const alone = await compliance2.call(approve, { params: { approvalId: own.body.approvalId }, body: {} });
  expect(alone.problem.code, 'nobody agrees to what they proposed').toBe('second_person_required');
});

test('nobody but compliance reads, hears or finds anything of a code that stays hidden', async ({
  as,
  emulator,
}) => {
  const [compliance, compliance2] = await Promise.all([as('compliance'), as(approver)]);
  const others = await listenAsOthers(as);
  const code = newCodeName();
  const classification = restrictedMeaning(code);
  const { cardToken } = await meetCode(compliance, emulator, code);
  expect((await compliance.call(getOverview, {})).text).toContain('"kind":"new-codes"');
  const { approvalId } = (await compliance.call(classifyCode, { body: { code, version: 0, classification } }))
    .body;
  await agree(compliance2, approvalId);
  expect((await findCode(compliance, code))?.classification?.level).toBe('restricted');

  for (const { client } of others) {
    expect((await client.call(listNewCodes, {})).problem.code).toBe('forbidden');
    const body = { code, version: 1, classification };
    expect((await client.call(classifyCode, { body })).problem.code).toBe('forbidden');
    expect((await client.call(takeBackCode, { body: { code, version: 1 } })).problem.code).toBe('forbidden');
  }
  await expectNothingTold(others, emulator, {
    traces: [code, approvalId, classification.title, 'new-code', 'decline-reasons.changed'],
    cardToken,
    readMore: (client) => client.call(listDeclineReasons, {}),
  });
});
