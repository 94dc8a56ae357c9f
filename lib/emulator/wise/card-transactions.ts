import { cardTransactionPageSize, cardTransactionSightDays } from '../../contracts/wise/card-transactions.ts';
import { sumIn } from '../core/amounts.ts';
import { printMicroseconds, printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { CardTransactionRecord, CreditRecord, DebitRecord, MoneyRecord } from '../entities.ts';
import { withFees } from '../transactions/steps.ts';
import type { World } from '../world.ts';
import { cardOfCallerOrThrow } from './cards.ts';
import type { EmulatorContext } from './context.ts';
import { parseCount, parseInstant } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { fieldRefusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

const dayInMs = 86_400_000;
/** Wise: the one fee of Wise's own; all others are embedded in what the merchant asks for. */
const wiseFeeType = 'ATM_WITHDRAWAL';

/** Wise: the v4 amount includes fees that are not applied by Wise. */
function amountWithEmbeddedFees({ amount, fees }: CardTransactionRecord): MoneyRecord {
  const embedded = fees.filter((fee) => fee.feeType !== wiseFeeType);
  return { amount: sumIn(amount.currency, [amount, ...embedded]), currency: amount.currency };
}

const printFees = (row: CardTransactionRecord) =>
  row.fees.map(({ amount, currency, feeType }) => ({ amount, currency, fee_type: feeType }));

function printListed(row: CardTransactionRecord) {
  return {
    id: row.id,
    cardToken: row.cardToken,
    type: row.type,
    state: row.state,
    declineReason: row.declineReason,
    detailedDeclineReason: row.detailedDeclineReason,
    creationTime: printMilliseconds(row.createdAtMs),
    modificationTime: printMilliseconds(row.modifiedAtMs),
    purgeTime: row.purgeAtMs === null ? null : printMilliseconds(row.purgeAtMs),
    // Emulator choice: what comes in is positive here too; only webhooks are documented to turn its sign.
    transactionAmount: amountWithEmbeddedFees(row),
    fees: printFees(row),
    transactionAmountWithFees: withFees(row),
    ...(row.merchant === undefined ? {} : { merchant: row.merchant }),
    authorisationMethod: row.authorisationMethod,
    approvalCode: row.approvalCode,
    billingAmount: row.billingAmount,
    arn: row.arn,
    pinValidationResult: row.pinValidationResult,
    balanceChannelReferenceId: row.balanceChannelReferenceId,
    relayAuthorisationData: row.relayAuthorisationData,
  };
}

const printDebit = ({ createdAtMs, ...row }: DebitRecord) => ({
  ...row,
  creationTime: printMilliseconds(createdAtMs),
});
const printCredit = ({ createdAtMs, ...row }: CreditRecord) => ({
  ...row,
  creationTime: printMilliseconds(createdAtMs),
});

export const printCardTransaction = (row: CardTransactionRecord) => ({
  ...printListed(row),
  debits: row.debits.map(printDebit),
  credits: row.credits.map(printCredit),
});

const withoutTime = <T extends { createdAtMs: number }>({ createdAtMs: _createdAtMs, ...row }: T) => row;

/** Wise: v3 leaves every fee out of the amount, says `value` in the amount with fees, and knows one credit. */
function printV3(row: CardTransactionRecord, lastFourDigits: string) {
  const { amount, currency } = withFees(row);
  const [credit] = row.credits;
  return {
    id: String(row.id),
    cardToken: row.cardToken,
    type: row.type,
    declineReason: row.declineReason,
    detailedDeclineReason: row.detailedDeclineReason,
    createdDate: printMicroseconds(row.createdAtMs, row.id),
    state: row.state,
    cardLastDigits: lastFourDigits,
    transactionAmount: row.amount,
    fees: printFees(row),
    transactionAmountWithFees: { value: amount, currency },
    ...(row.merchant === undefined ? {} : { merchant: row.merchant }),
    authorisationMethod: row.authorisationMethod,
    balanceTransactionId: row.balanceTransactionId,
    debits: row.debits.map(withoutTime),
    credit: credit ? withoutTime(credit) : null,
    relayAuthorisationData: row.relayAuthorisationData,
  };
}

/** Wise: only the past 90 days can be accessed, 422 otherwise. */
function checkSightOrThrow(world: World, ms: number, path: string): void {
  if (ms >= world.clock.now() - cardTransactionSightDays * dayInMs) return;
  throw validationRefusal(422, {
    code: 'card.transaction.too.old',
    message: `Only transactions created in the past ${cardTransactionSightDays} days can be accessed`,
    path,
  });
}

/** Emulator choice: a transaction of another profile and one that does not exist answer the same 404, and v3 looks no further back than v4. */
function transactionOfCallerOrThrow(world: World, c: EmulatorContext, caller: UserCaller) {
  const profile = profileOfCallerOrThrow(world, c, caller);
  const raw = c.req.param('transactionId') ?? '';
  if (!/^\d{1,19}$/.test(raw)) throw fieldRefusal('transactionId', 'must be a whole number', raw);
  const row = world.cardTransactions.get(Number(raw));
  if (!row || row.profileId !== profile.id)
    throw validationRefusal(404, {
      code: 'card.transaction.not.found',
      message: 'Card transaction not found',
      path: 'transactionId',
      arguments: [raw],
    });
  checkSightOrThrow(world, row.createdAtMs, 'transactionId');
  return row;
}

/** Emulator choice: both ends of the range belong to it; a range that ends before it begins answers 422. */
function parseRangeOrThrow(world: World, c: EmulatorContext): { fromMs: number; toMs: number } {
  const fromMs = parseInstant(c, 'fromCreationTime');
  const toMs = parseInstant(c, 'toCreationTime');
  if (toMs < fromMs)
    throw validationRefusal(422, {
      code: 'NOT_VALID',
      message: 'must not be before fromCreationTime',
      path: 'toCreationTime',
    });
  checkSightOrThrow(world, fromMs, 'fromCreationTime');
  return { fromMs, toMs };
}

export function registerCardTransactions(router: WiseRouter, { world }: Emulator): void {
  router.forUser('GET /v4/spend/profiles/{profileId}/cards/{cardToken}/transactions', (c, caller) => {
    const card = cardOfCallerOrThrow(world, c, caller);
    const pageSize = parseCount(c, 'pageSize', cardTransactionPageSize);
    const lastId = parseCount(c, 'lastId', { min: 0, default: Number.MAX_SAFE_INTEGER });
    const { fromMs, toMs } = parseRangeOrThrow(world, c);
    const page: CardTransactionRecord[] = [];
    const rows = world.cardTransactions.ofCard(card.token);
    for (let index = rows.length - 1; index >= 0 && page.length < pageSize; index--) {
      const row = rows[index];
      if (row && row.id < lastId && row.createdAtMs >= fromMs && row.createdAtMs <= toMs) page.push(row);
    }
    return c.json({ transactions: page.map(printListed) });
  });

  router.forUser('GET /v4/spend/profiles/{profileId}/cards/transactions/{transactionId}', (c, caller) =>
    c.json(printCardTransaction(transactionOfCallerOrThrow(world, c, caller))),
  );

  router.forUser('GET /v3/spend/profiles/{profileId}/cards/transactions/{transactionId}', (c, caller) => {
    const row = transactionOfCallerOrThrow(world, c, caller);
    return c.json(printV3(row, world.cards.get(row.cardToken)?.lastFourDigits ?? ''));
  });
}
