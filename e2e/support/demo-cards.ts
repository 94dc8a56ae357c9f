/**
 * The cards of fixed token in the emulator's demo data. Each is there after every reset. `inactive`, `frozen`, `old` and
 * `pinTriesExceeded` are collected at Leeds, `active` at London. What is said of a card's payments is the newest of
 * them; before it lie ordinary ones.
 */
export const demoCards = {
  /** ACTIVE, physical, business; nothing locked. */
  active: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001' },
  /** INACTIVE, physical, unlocks WITH_PARTNER_API: contactless and stripe are locked until it is activated. Declined: CARD_INACTIVE. */
  inactive: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002' },
  /** FROZEN, physical, business. Declined: CARD_FROZEN. */
  frozen: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9003' },
  /** BLOCKED for good. Declined: CARD_BLOCKED. */
  blocked: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9004' },
  /** PARTNER_SUSPENDED: Wise suspended it. Declined: CARD_PARTNER_SUSPENDED, among others that read the same. */
  partnerSuspended: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9005' },
  /** EXPIRED some months ago. Declined: CARD_EXPIRED. */
  expired: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9006' },
  /** PURGED: holder and phone number are gone. No payments in the past 90 days. */
  purged: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9007' },
  /** ACTIVE, physical, personal, made 75 days ago: too old for a kiosk. */
  old: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9008' },
  /** ACTIVE, virtual, personal: three spending permissions only. */
  virtual: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9009' },
  /** ACTIVE, physical, personal, unlocks WITH_FIRST_CHIP_AND_PIN_TRANSACTION: POS_CONTACTLESS and POS_MAGSTRIPE are locked. */
  lockedTwo: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9010' },
  /** ACTIVE, physical, personal: the one whose payments are declined for restricted reasons, each once, among others that read the same. */
  restricted: { profileId: '30000102', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9011' },
  /** ACTIVE, physical, personal, four wrong PINs: PIN payments are declined until the count is reset. Declined: PIN_ENTRY_TRIES_EXCEEDED. */
  pinTriesExceeded: { profileId: '30000103', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9012' },
  /** ACTIVE, physical, personal, ECOM switched off. Declined: PAYMENT_METHOD_NOT_ALLOWED, ECOM_DISABLED. */
  ecomOff: { profileId: '30000104', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9013' },
  /** ACTIVE, physical, personal: its chip refuses the PIN. Declined: CHIP_PIN_ENTRY_TRIES_EXCEEDED, RESET_YOUR_PIN_AT_ATM. */
  chipPinLocked: { profileId: '30000105', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9014' },
  /** ACTIVE, physical, personal, 250 GBP a day. Declined: PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED, CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE. */
  dailyLimit: { profileId: '30000109', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9015' },
  /** ACTIVE, physical, personal. Declined: INSUFFICIENT_FUNDS. */
  insufficientFunds: { profileId: '30000110', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9016' },
  /** ACTIVE, physical, personal: every soft decline, each gone through at the second try. */
  softDeclines: { profileId: '30000111', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9017' },
  /** ACTIVE, physical, personal: abroad, two balances, machine fees, held, reversed in part and whole, captured late, refunded. */
  traveller: { profileId: '30000112', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9018' },
  /** ACTIVE, physical, personal: codes nobody knows, no reason, UNKNOWN state, merchants without parts, a name that is a script. */
  oddities: { profileId: '30000113', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9019' },
} as const;

/** Collected at a kiosk and not printed yet: nothing of them is shown. */
export const unprintedCards = {
  /** ACTIVE; Wise says READY. */
  ready: { profileId: '30000002', token: 'd427deda-ac31-4035-97fb-a16994bc03e8' },
  /** ACTIVE; Wise says PRODUCTION_ERROR. */
  failed: { profileId: '30000117', token: '7309c8c7-4d33-4c5e-937d-d46e8fdbdada' },
} as const;

export type DemoCardName = keyof typeof demoCards;
