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

/** Collected at a branch beside those of fixed token: what waits to be printed, failed, waits to be handed over, and was. */
export const branchCards = [
  { branchId: 'leeds', profileId: '30000001', token: '04880c3e-a6b1-4d58-8b2e-7c7a0377d9cc' },
  { branchId: 'leeds', profileId: '30000001', token: '7a10c7eb-0fa3-4793-a6dd-d23c33fb6f2d' },
  { branchId: 'leeds', profileId: '30000003', token: '65eda938-ab61-4271-ab18-4f7b862ab963' },
  { branchId: 'leeds', profileId: '30000114', token: 'dcca7fcf-c580-46d0-8361-49eef649b3d5' },
  { branchId: 'leeds', profileId: '30000001', token: '14e770bc-1826-4f57-945e-011a28208922' },
  { branchId: 'leeds', profileId: '30000134', token: '2e924196-5f42-4851-98a7-c7645d06b2cb' },
  { branchId: 'leeds', profileId: '30000107', token: '9b4c84a2-aa74-4743-a5bb-c0811344e210' },
  { branchId: 'london', profileId: '30000002', token: 'd673e3e9-1072-4784-9ee6-16a3d26879dc' },
  { branchId: 'london', profileId: '30000003', token: 'bfe257f3-f2ca-4b1d-bd9d-d60a187b5a19' },
  { branchId: 'london', profileId: '30000002', token: '7217ab79-05cc-481c-9b68-d410f3f639f7' },
  { branchId: 'london', profileId: '30000003', token: 'ab814f56-b5cc-4843-8a4b-fe117c816e27' },
  { branchId: 'london', profileId: '30000002', token: '55f0e50d-e838-4ea2-acf8-1ff63a831e69' },
  { branchId: 'london', profileId: '30000002', token: '1c0e19c9-e7ed-4d83-93bc-cafa2566ad32' },
  { branchId: 'bristol', profileId: '30000002', token: '38b90411-5f18-41c9-b3d0-5353c3f5767e' },
  { branchId: 'bristol', profileId: '30000003', token: '8277a339-8422-4701-b2cc-27bf68f717cf' },
  { branchId: 'bristol', profileId: '30000002', token: '23d2f838-3267-4dd7-938d-5bc79963d3be' },
  { branchId: 'bristol', profileId: '30000116', token: '0ba8eb3d-0ceb-4977-8d1f-aa59ecc115d4' },
] as const;

export type DemoCardName = keyof typeof demoCards;
