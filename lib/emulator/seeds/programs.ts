import type { CardProgramRecord } from '../entities.ts';

export interface SeedProgram extends CardProgramRecord {
  bins: readonly [string, ...string[]];
}

const program = (
  name: string,
  scheme: string,
  defaultCurrency: string,
  cardType: string,
  ...bins: [string, ...string[]]
): SeedProgram => ({ name, scheme, defaultCurrency, cardType, bins });

export const programs = {
  visaBusinessUk: program('VISA_DEBIT_BUSINESS_UK_1', 'VISA', 'GBP', 'PHYSICAL', '459661', '459662'),
  visaBusinessUkVirtual: program('VISA_DEBIT_BUSINESS_UK_VIRTUAL_1', 'VISA', 'GBP', 'VIRTUAL', '459663'),
  mastercardBusinessEea: program(
    'MASTERCARD_DEBIT_BUSINESS_EEA_1',
    'MASTERCARD',
    'EUR',
    'PHYSICAL',
    '535420',
  ),
  visaBusinessUs: program('VISA_DEBIT_BUSINESS_US_1', 'VISA', 'USD', 'PHYSICAL', '431940'),
  visaConsumerUk: program('VISA_DEBIT_CONSUMER_UK_1', 'VISA', 'GBP', 'PHYSICAL', '459670'),
  visaConsumerUkVirtual: program('VISA_DEBIT_CONSUMER_UK_VIRTUAL_1', 'VISA', 'GBP', 'VIRTUAL', '459671'),
  mastercardConsumerEea: program(
    'MASTERCARD_DEBIT_CONSUMER_EEA_1',
    'MASTERCARD',
    'EUR',
    'PHYSICAL',
    '535421',
  ),
  mastercardConsumerEeaVirtual: program(
    'MASTERCARD_DEBIT_CONSUMER_EEA_VIRTUAL_1',
    'MASTERCARD',
    'EUR',
    'VIRTUAL',
    '535422',
  ),
  visaConsumerUs: program('VISA_DEBIT_CONSUMER_US_1', 'VISA', 'USD', 'PHYSICAL', '431941'),
  visaConsumerAu: program('VISA_DEBIT_CONSUMER_AU_1', 'VISA', 'AUD', 'PHYSICAL', '428454'),
} as const;
