import { printTime } from '../core/clock.ts';
import type { CardRecord, CardTransactionRecord, DebitRecord, MoneyRecord } from '../entities.ts';
import { isIncoming, withFees } from '../transactions/steps.ts';
import type { PayloadMaker } from './payloads.ts';

const asValue = ({ amount, currency }: MoneyRecord) => ({ value: amount, currency });

function printMerchant({ merchant }: CardTransactionRecord) {
  if (!merchant) return merchant === undefined ? {} : { merchant };
  const { category, location, name } = merchant;
  return {
    merchant: {
      ...(name === undefined ? {} : { name }),
      ...(location
        ? {
            location: {
              country: location.country,
              city: location.city,
              postCode: location.zipCode,
              state: location.state,
            },
          }
        : {}),
      ...(category ? { category: { code: category.code, description: category.description } } : {}),
    },
  };
}

const printDebit = (row: DebitRecord) => ({
  balance_id: row.balanceId,
  debited_amount: asValue(row.debitedAmount),
  for_amount: asValue(row.forAmount),
  rate: row.rate,
  fee: asValue(row.fee),
});

/** Wise: in 2.0.0 one credit or none, every movement of the balances once more, and no channel reference. */
function printOld(row: CardTransactionRecord, at: (ms: number) => string) {
  const [credit] = row.credits;
  const movement = (type: string, balanceId: number, amount: MoneyRecord, createdAtMs: number) => ({
    creation_time: at(createdAtMs),
    balance_id: String(balanceId),
    type,
    amount: asValue(amount),
  });
  return {
    is_debit: !isIncoming(row.type),
    is_amount_confirmed: row.isAmountConfirmed,
    balance_transaction_id: row.balanceTransactionId,
    balance_movements: [
      ...row.debits.map((entry) =>
        movement('debit', entry.balanceId, entry.debitedAmount, entry.createdAtMs),
      ),
      ...row.credits.map((entry) =>
        movement('credit', entry.balanceId, entry.creditedAmount, entry.createdAtMs),
      ),
    ],
    debits: row.debits.map(printDebit),
    credit: credit ? { balance_id: credit.balanceId, credited_amount: asValue(credit.creditedAmount) } : null,
  };
}

const printRecent = (row: CardTransactionRecord, at: (ms: number) => string) => ({
  balance_channel_reference_id: row.balanceChannelReferenceId,
  debits: row.debits.map((entry) => ({ ...printDebit(entry), creation_time: at(entry.createdAtMs) })),
  credits: row.credits.map((entry) => ({
    balance_id: entry.balanceId,
    credited_amount: asValue(entry.creditedAmount),
  })),
});

/**
 * Wise: amounts leave out fees that are not Wise's, unlike the v4 API, and are negative for what comes in.
 * @param row as it is after the step
 */
export function cardTransactionPayload(
  row: CardTransactionRecord,
  card: Pick<CardRecord, 'clientId' | 'lastFourDigits'>,
): PayloadMaker {
  const sign = isIncoming(row.type) ? -1 : 1;
  const signed = ({ amount, currency }: MoneyRecord) => ({ value: sign * amount, currency });
  return (version) => {
    const at = (ms: number) => printTime(ms, version);
    return {
      resource: {
        type: 'card',
        profile_id: row.profileId,
        client_id: card.clientId,
        card_token: row.cardToken,
        card_last_digits: card.lastFourDigits,
      },
      transaction_id: row.id,
      transaction_type: row.type,
      transaction_step_type: row.lastStep,
      transaction_state: row.state,
      decline_reason: row.declineReason,
      detailed_decline_reason: row.detailedDeclineReason,
      creation_time: at(row.createdAtMs),
      occurred_at: at(row.modifiedAtMs),
      purge_time: row.purgeAtMs === null ? null : at(row.purgeAtMs),
      transaction_amount: signed(row.amount),
      fees: row.fees.map(({ amount, currency, feeType }) => ({ amount, currency, fee_type: feeType })),
      transaction_amount_with_fees: signed(withFees(row)),
      billing_amount: signed(row.billingAmount),
      ...printMerchant(row),
      authorisation_method: row.authorisationMethod,
      approval_code: row.approvalCode,
      arn: row.arn,
      pin_validation_result: row.pinValidationResult,
      ...(version === '2.0.0' ? printOld(row, at) : printRecent(row, at)),
      ...(row.relayAuthorisationData
        ? {
            relay_authorisation_data: {
              response_code: row.relayAuthorisationData.responseCode,
              fallback: row.relayAuthorisationData.fallback,
            },
          }
        : {}),
    };
  };
}
