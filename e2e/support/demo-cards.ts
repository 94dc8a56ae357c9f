/**
 * The cards of fixed token in the emulator's demo data. Each is there after every reset. `inactive`, `frozen`, `old` and
 * `pinTriesExceeded` are collected at Leeds, `active` at London.
 */
export const demoCards = {
  /** ACTIVE, physical, business; nothing locked. */
  active: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001' },
  /** INACTIVE, physical, unlocks WITH_PARTNER_API: contactless and stripe are locked until it is activated. */
  inactive: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002' },
  /** FROZEN, physical, business. */
  frozen: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9003' },
  /** BLOCKED for good. */
  blocked: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9004' },
  /** PARTNER_SUSPENDED: Wise suspended it. */
  partnerSuspended: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9005' },
  /** EXPIRED some months ago. */
  expired: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9006' },
  /** PURGED: holder and phone number are gone. */
  purged: { profileId: '30000001', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9007' },
  /** ACTIVE, physical, personal, made 75 days ago: too old for a kiosk. */
  old: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9008' },
  /** ACTIVE, virtual, personal: three spending permissions only. */
  virtual: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9009' },
  /** ACTIVE, physical, personal, unlocks WITH_FIRST_CHIP_AND_PIN_TRANSACTION: POS_CONTACTLESS and POS_MAGSTRIPE are locked. */
  lockedTwo: { profileId: '30000101', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9010' },
  /** ACTIVE, physical, personal: the one whose payments are declined for restricted reasons. */
  restricted: { profileId: '30000102', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9011' },
  /** ACTIVE, physical, personal, four wrong PINs: PIN payments are declined until the count is reset. */
  pinTriesExceeded: { profileId: '30000103', token: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9012' },
} as const;

export type DemoCardName = keyof typeof demoCards;
