import type { BatchGroupRecord } from './records.ts';

interface PayInAccount {
  branchName?: string;
  accountNumber?: string;
  accountType?: string;
  bankCode?: string;
  bankAddress?: Address;
  iban?: string;
  bban?: string;
  institutionNumber?: string;
  transitNumber?: string;
  beneficiaryBankBIC?: string;
  intermediaryBankBIC?: string;
  fpsIdentifier?: string;
  clearingNumber?: string;
}
interface Address {
  name: string;
  firstLine: string;
  postCode: string;
  city: string;
  stateCode: string | null;
  country: string;
}

const address = (
  name: string,
  firstLine: string,
  postCode: string,
  city: string,
  country: string,
  stateCode: string | null = null,
): Address => ({ name, firstLine, postCode, city, stateCode, country });

/** Emulator choice: invented accounts, in the form that each currency needs. A group can be in these currencies. */
const accounts: Record<string, PayInAccount> = {
  AUD: { accountNumber: '410733918', bankCode: '774001' },
  CAD: {
    accountNumber: '200110042871',
    institutionNumber: '621',
    transitNumber: '16001',
    beneficiaryBankBIC: 'NSBKCATT',
    intermediaryBankBIC: 'NSBKUS33',
    bankAddress: address('Northern Settlement Bank', '99 Bank Street', 'K1P 1H4', 'Ottawa', 'Canada', 'ON'),
  },
  CHF: { iban: 'CH9300762011623852957', accountNumber: '11623852957', beneficiaryBankBIC: 'NSBKCHZZ' },
  CZK: { accountNumber: '2000145399', bankCode: '0800' },
  DKK: { accountNumber: '0440116243', bankCode: '5005' },
  EUR: {
    iban: 'BE68539007547034',
    beneficiaryBankBIC: 'NSBKBEBB',
    bankAddress: address(
      'Northern Settlement Bank Europe',
      'Rue du Trône 100',
      '1050',
      'Brussels',
      'Belgium',
    ),
  },
  GBP: {
    accountNumber: '10042871',
    bankCode: '040075',
    bankAddress: address(
      'Northern Settlement Bank',
      '56 Shoreditch High Street',
      'E1 6JJ',
      'London',
      'United Kingdom',
    ),
  },
  HKD: { accountNumber: '124560091838', bankCode: '003', fpsIdentifier: '102774338' },
  HUF: { accountNumber: '117730161111101800000000' },
  JPY: { accountNumber: '7104287', accountType: 'FUTSU', bankCode: '0001', branchName: 'Marunouchi' },
  NOK: { accountNumber: '9910728', bankCode: '8301', bban: '83019910728' },
  NZD: { accountNumber: '00008420031', bankCode: '010902' },
  PLN: { accountNumber: '61109010140000071219812874' },
  RON: { iban: 'RO49AAAA1B31007593840000', beneficiaryBankBIC: 'NSBKROBU' },
  SEK: { accountNumber: '1044287', clearingNumber: '9020' },
  SGD: { accountNumber: '885074245458', bankCode: '7171' },
  USD: {
    accountNumber: '822000459912',
    accountType: 'CHECKING',
    bankCode: '064000020',
    beneficiaryBankBIC: 'NSBKUS33',
    bankAddress: address(
      'Northern Settlement Bank',
      '30 W 26th Street',
      '10010',
      'New York',
      'United States',
      'NY',
    ),
  },
};

export const isGroupCurrency = (currency: string): boolean => Object.hasOwn(accounts, currency);

/** Wise: how a group that is COMPLETED can be paid by bank transfer; what its currency does not need is null. */
export function payInDetailsOf(
  { sourceCurrency }: Pick<BatchGroupRecord, 'sourceCurrency'>,
  reference: string,
  amount: number,
) {
  const account = accounts[sourceCurrency] ?? {};
  return {
    type: 'bank_transfer',
    reference,
    amount,
    currency: sourceCurrency,
    name: 'Wise Payments Ltd',
    branchName: account.branchName ?? null,
    accountNumber: account.accountNumber ?? null,
    accountType: account.accountType ?? null,
    bankCode: account.bankCode ?? null,
    bankAddress: account.bankAddress ?? null,
    transferWiseAddress: account.bankAddress
      ? address('Wise Payments Ltd', '56 Shoreditch High Street', 'E1 6JJ', 'London', 'United Kingdom')
      : null,
    iban: account.iban ?? null,
    bban: account.bban ?? null,
    institutionNumber: account.institutionNumber ?? null,
    transitNumber: account.transitNumber ?? null,
    beneficiaryBankBIC: account.beneficiaryBankBIC ?? null,
    intermediaryBankBIC: account.intermediaryBankBIC ?? null,
    fpsIdentifier: account.fpsIdentifier ?? null,
    clearingNumber: account.clearingNumber ?? null,
  };
}
