import type { cardLimitWindows } from '../contracts/wise/spend-limits.ts';
import type { SpendingPermission } from '../contracts/wise/spending-permissions.ts';

/** What the emulator keeps. What it prints is made from this by the formatters beside the routes. */
export interface UserRecord {
  id: number;
  email: string;
  firstName: string | null;
  lastName: string | null;
  phoneNumber: string | null;
  dateOfBirth: string | null;
  countryCode: string | null;
  registrationCode: string | null;
  /** Numbers the refresh tokens; a user with none has granted nobody access yet. */
  refreshTokensIssued: number;
  isPersonalTokenRevoked: boolean;
  /** Numbers the access tokens, so that the same user gets the same ones after a reset. */
  tokensIssued: number;
}

export interface AddressRecord {
  id: number;
  addressFirstLine: string;
  city: string;
  countryIso2Code: string;
  countryIso3Code: string;
  postCode: string;
  stateCode: string | null;
}

export interface MoneyRecord {
  amount: number;
  currency: string;
}

/** Wise: PURCHASE combines everything but withdrawals. */
export type ProfileLimitType = 'PURCHASE' | 'ATM_WITHDRAWAL';
export type ProfileLimits = Partial<Record<ProfileLimitType, { daily: MoneyRecord; monthly: MoneyRecord }>>;

interface ProfileBase {
  id: number;
  publicId: string;
  userId: number;
  address: AddressRecord;
  email: string;
  phoneNumber: string;
  createdAt: string;
  updatedAt: string;
  currentState: ProfileState;
  /** Only what was set; the others are as they are for everybody. */
  limits: ProfileLimits;
}

export const profileStates = ['HIDDEN', 'VISIBLE', 'DEACTIVATED'] as const;
export type ProfileState = (typeof profileStates)[number];

export interface PersonalProfileRecord extends ProfileBase {
  type: 'PERSONAL';
  firstName: string;
  lastName: string;
  dateOfBirth: string;
}

export interface BusinessProfileRecord extends ProfileBase {
  type: 'BUSINESS';
  businessName: string;
  registrationNumber: string;
  descriptionOfBusiness: string;
  webpage: string;
  companyType: string;
  companyRole: string;
  businessFreeFormDescription: string;
  firstLevelCategory: string;
  secondLevelCategory: string;
}

export type ProfileRecord = PersonalProfileRecord | BusinessProfileRecord;

export interface CardProgramRecord {
  name: string;
  scheme: string;
  defaultCurrency: string;
  cardType: string;
}

/** What a card may spend; a window that is missing has no limit of the card's own. */
export type CardLimits = Partial<Record<(typeof cardLimitWindows)[number], MoneyRecord>>;

export interface CardRecord {
  token: string;
  profileId: number;
  clientId: string;
  status: string;
  /** null once purged. */
  cardHolderName: string | null;
  phoneNumber: string | null;
  expiryDate: string;
  lastFourDigits: string;
  bankIdentificationNumber: string;
  cardProgram: CardProgramRecord;
  unlockSpendingPermissions: string;
  spendingPermissions: readonly SpendingPermission[];
  /** Wrong PINs in a row. Wise: more than 3 decline with PIN_ENTRY_TRIES_EXCEEDED; the count itself is not readable there. */
  pinTries: number;
  limits: CardLimits;
  creationTime: string;
  modificationTime: string;
}

export interface CardOrderRecord {
  id: number;
  profileId: number;
  clientId: string;
  status: string;
  cardProgram: CardProgramRecord;
  address: {
    firstLine: string;
    secondLine: string | null;
    thirdLine: string | null;
    city: string;
    postCode: string;
    state: string | null;
    country: string;
  };
  /** From CARD_DETAILS_CREATED on. */
  cardToken: string | null;
  cardHolderName: string;
  /** null for a virtual card, and where the holder's name is printed as it is. */
  embossedName: string | null;
  phoneNumber: string;
  lifetimeLimit: number | null;
  /** null for a virtual card, which is delivered nowhere. */
  deliveryOption: string | null;
  deliveryEstimate: string;
  requirements: readonly { type: string; status: string }[];
  /** Of the PIN the customer chose; the PIN itself is kept nowhere. */
  pinDigest: string | null;
  /** The key it was made under; null for one of a seed. */
  idempotenceUuid: string | null;
  /** Cancelling was accepted and comes next. */
  isBeingCancelled: boolean;
  /** When it moves on by itself; null: it does not. */
  nextStepAtMs: number | null;
  creationTime: string;
  modificationTime: string;
}

/** Of a card that is collected at a kiosk; any other has none. */
export interface ProductionRecord {
  cardToken: string;
  status: string;
  /** null until it was sent to a kiosk. */
  kioskId: string | null;
  /** When it was ready, or when it was sent to the kiosk: then it names the attempt. */
  occurredAt: string;
  errorCode: string | null;
  description: string | null;
  /** The fault a print that is under way will end with; null: none. */
  endsWith: string | null;
  /** When the print ends by itself; null: it does not. */
  nextStepAtMs: number | null;
}

/** A fault of a kiosk, and how many jobs it strikes; null: all of them. */
export interface KioskFault {
  code: string;
  times: number | null;
}

export interface KioskRecord {
  id: string;
  /** How long it prints a card; null: as long as the setting says. */
  stepMs: number | null;
  failWith: KioskFault | null;
  rejectWith: KioskFault | null;
}

export interface TokenRecord {
  token: string;
  kind: 'user' | 'client';
  clientId: string;
  userId: number | null;
  issuedAtMs: number;
  expiresAtMs: number;
  /** The refresh token that came with it, and the one it was got by. */
  refreshToken: string | null;
  gotBy: string | null;
  isUsed: boolean;
}

/** A refresh token that is good: one that ended is gone, unless its owner took the account back. */
export interface RefreshTokenRecord {
  token: string;
  userId: number;
  number: number;
  gotBy: string | null;
  isRevoked: boolean;
}

export interface AuthorizationCodeRecord {
  code: string;
  clientId: string;
  userId: number;
  profileId: number;
  redirectUri: string;
  expiresAtMs: number;
}

export interface SubscriptionRecord {
  id: string;
  name: string;
  triggerOn: string;
  version: string;
  url: string;
  isMtlsEnabled: boolean | null;
  domain: 'application' | 'profile';
  scopeId: string;
  createdBy: string;
  createdAtMs: number;
}

export interface DeliveryAttempt {
  at: string;
  /** null when no answer came within the time allowed. */
  status: number | null;
  error: string | null;
}

export interface DeliveryRecord {
  id: string;
  subscriptionId: string;
  eventType: string;
  schemaVersion: string;
  url: string;
  isTest: boolean;
  body: string;
  signature: string;
  state: 'pending' | 'delivered' | 'failed' | 'dropped' | 'cancelled';
  createdAtMs: number;
  dueAtMs: number | null;
  attempts: readonly DeliveryAttempt[];
}

type Text = string | null | undefined;

/** Parts that are left out are not printed either: what Wise sends of a merchant may lack any of them. */
export interface MerchantRecord {
  name?: Text;
  location?: { country?: Text; city?: Text; zipCode?: Text; region?: Text; state?: Text } | null | undefined;
  category?: { name?: Text; code?: Text; description?: Text } | null | undefined;
}

export interface TransactionFeeRecord extends MoneyRecord {
  feeType: string;
}

export interface DebitRecord {
  balanceId: number;
  debitedAmount: MoneyRecord;
  forAmount: MoneyRecord;
  rate: number;
  fee: MoneyRecord;
  createdAtMs: number;
}

export interface CreditRecord {
  balanceId: number;
  creditedAmount: MoneyRecord;
  createdAtMs: number;
}

export interface CardTransactionRecord {
  id: number;
  profileId: number;
  cardToken: string;
  type: string;
  state: string;
  declineReason: string | null;
  detailedDeclineReason: string | null;
  createdAtMs: number;
  modifiedAtMs: number;
  purgeAtMs: number | null;
  /** What the merchant asks for, without any fee. */
  amount: MoneyRecord;
  fees: readonly TransactionFeeRecord[];
  billingAmount: MoneyRecord;
  merchant?: MerchantRecord | null;
  authorisationMethod: string;
  /** false for a pre-authorisation: the final amount is not known yet. */
  isAmountConfirmed: boolean;
  approvalCode: string | null;
  arn: string | null;
  pinValidationResult: string | null;
  balanceChannelReferenceId: string | null;
  balanceTransactionId: number | null;
  debits: readonly DebitRecord[];
  credits: readonly CreditRecord[];
  relayAuthorisationData: { responseCode: string; fallback: boolean } | null;
  lastStep: string;
  /** Set when one of Wise's simulation operations made it: what its `ref` is recognised by. */
  simulationReference: string | null;
}
