/**
 * How a card is used: Wise's transaction type, what stands in the authorisation and the spending permission it needs.
 * Emulator choice: Wise names the methods MANUAL_ENTRY, CONTACTLESS and CHIP_AND_PIN; the others are made after them.
 */
export const channels = {
  chip: { type: 'POS_PURCHASE', method: 'CHIP_AND_PIN', pin: 'OFFLINE_PIN_VALIDATED', needs: 'POS_CHIP' },
  contactless: { type: 'POS_PURCHASE', method: 'CONTACTLESS', pin: 'NOT_RECEIVED', needs: 'POS_CONTACTLESS' },
  stripe: { type: 'POS_PURCHASE', method: 'MAGSTRIPE', pin: 'NOT_RECEIVED', needs: 'POS_MAGSTRIPE' },
  wallet: { type: 'POS_PURCHASE', method: 'MOBILE_WALLET', pin: 'NOT_RECEIVED', needs: 'MOBILE_WALLETS' },
  online: { type: 'ECOM_PURCHASE', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: 'ECOM' },
  cash: {
    type: 'CASH_WITHDRAWAL',
    method: 'CHIP_AND_PIN',
    pin: 'ONLINE_PIN_VALIDATED',
    needs: 'ATM_WITHDRAWAL',
  },
  cashDesk: { type: 'CASH_ADVANCE', method: 'CHIP_AND_PIN', pin: 'ONLINE_PIN_VALIDATED', needs: 'POS_CHIP' },
  funding: { type: 'ACCOUNT_FUNDING', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: 'ECOM' },
  refund: { type: 'REFUND', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: null },
  payout: { type: 'CREDIT_TRANSACTION', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: null },
  credit: { type: 'ACCOUNT_CREDIT', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: null },
  chargeback: { type: 'CHARGEBACK', method: 'MANUAL_ENTRY', pin: 'NOT_RECEIVED', needs: null },
} as const;
export type ChannelName = keyof typeof channels;

/** Wise: the detailed reason when a permission is switched off. There is none for machines. */
export const switchedOffDetail: Record<string, string | null> = {
  ECOM: 'ECOM_DISABLED',
  POS_CHIP: 'CHIP_DISABLED',
  POS_MAGSTRIPE: 'MAGSTRIPE_DISABLED',
  POS_CONTACTLESS: 'CONTACTLESS_DISABLED',
  MOBILE_WALLETS: 'WALLET_DISABLED',
  ATM_WITHDRAWAL: null,
};
