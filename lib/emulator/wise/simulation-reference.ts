import type { SimulationReference } from '../../contracts/wise/card-simulation.ts';
import { cardSecretsOf } from '../core/card-secrets.ts';
import { Random } from '../core/random.ts';
import type { CardRecord, CardTransactionRecord, ProfileRecord } from '../entities.ts';

const dayInMs = 86_400_000;

/** What a simulated authorisation is recognised by later. */
export const schemeTransactionIdOf = (transactionId: number): string =>
  new Random(`scheme ${transactionId}`).digits(15);

/** Last digit of the year, day of the year and hour; the trace number follows. */
function printMoment(ms: number): string {
  const at = new Date(ms);
  const day = Math.floor((ms - Date.UTC(at.getUTCFullYear(), 0, 0)) / dayInMs);
  const hour = String(at.getUTCHours()).padStart(2, '0');
  return `${at.getUTCFullYear() % 10}${String(day).padStart(3, '0')}${hour}`;
}

/** Wise: the answer holds the card in clear. All of it follows from the transaction and its card, so nothing of it is kept. */
export function printReference(row: CardTransactionRecord, card: CardRecord, profile: ProfileRecord) {
  const isOnline = row.authorisationMethod === 'MANUAL_ENTRY';
  const stan = new Random(`trace ${row.id}`).digits(6);
  const [year, month] = card.expiryDate.split('-').map(Number);
  return {
    transaction: {
      acquirer: {
        institutionId: '430010',
        name: row.merchant?.name ?? '',
        city: row.merchant?.location?.city ?? '',
        merchantCategoryCode: Number(row.merchant?.category?.code ?? 0),
        country: 'GB',
        acceptorTerminalId: 'TERMID01',
        acceptorIdCode: 'CARD ACCEPTOR',
        forwardingInstitutionId: '400050',
      },
      card: {
        token: card.token,
        schemeName: card.cardProgram.scheme,
        ...cardSecretsOf(card),
        expiration: [year, month],
        sequenceNumber: 1,
        profileId: profile.id,
        userId: profile.userId,
        cardStatus: card.status,
        country: profile.address.countryIso2Code,
        currencies: [card.cardProgram.defaultCurrency],
      },
      pos: {
        type: isOnline ? 'E_COMMERCE_NO_3DS' : 'CHIP_AND_PIN',
        acceptsOnlinePins: !isOnline,
        maxPinLength: 12,
        supports3ds: false,
        hasChip: !isOnline,
      },
      transactionStartTime: row.createdAtMs / 1000,
      stan,
      schemeTransactionId: schemeTransactionIdOf(row.id),
      retrievalReferenceNum: `${printMoment(row.createdAtMs)}${stan}`,
    },
    requestMti: '0200',
    authorizationIdResponse: row.approvalCode,
  };
}

/** Wise: the details must match those of the authorisation. Emulator choice: those that name it and its card. */
export function isReferenceTo(
  printed: ReturnType<typeof printReference>,
  { authorizationIdResponse, transaction }: SimulationReference,
): boolean {
  const own = printed.transaction;
  return (
    transaction.card.token === own.card.token &&
    transaction.card.pan === own.card.pan &&
    transaction.stan === own.stan &&
    transaction.schemeTransactionId === own.schemeTransactionId &&
    transaction.retrievalReferenceNum === own.retrievalReferenceNum &&
    authorizationIdResponse === printed.authorizationIdResponse
  );
}
