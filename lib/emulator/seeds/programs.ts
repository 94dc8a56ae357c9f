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

const businessProgramsOf: Record<string, readonly SeedProgram[]> = {
  GB: [programs.visaBusinessUk, programs.visaBusinessUkVirtual],
  US: [programs.visaBusinessUs],
};
const personalProgramsOf: Record<string, readonly SeedProgram[]> = {
  GB: [programs.visaConsumerUk, programs.visaConsumerUkVirtual],
  US: [programs.visaConsumerUs],
  AU: [programs.visaConsumerAu],
};

/** What a profile may order. Emulator choice: by its type and country; what is not named here is of the EEA. */
export const programsFor = (type: 'BUSINESS' | 'PERSONAL', country: string): readonly SeedProgram[] =>
  type === 'BUSINESS'
    ? (businessProgramsOf[country] ?? [programs.mastercardBusinessEea])
    : (personalProgramsOf[country] ?? [
        programs.mastercardConsumerEea,
        programs.mastercardConsumerEeaVirtual,
      ]);

/** @throws {Error} for one that no seed knows. */
export function programOf(name: string): SeedProgram {
  const found = Object.values(programs).find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no programme ${name}`);
  return found;
}
