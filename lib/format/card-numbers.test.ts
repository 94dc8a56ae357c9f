import { describe, expect, it } from 'vitest';
import {
  formatCardEnd,
  formatCardType,
  formatExpiry,
  formatProgramme,
  formatScheme,
  speakCardEnd,
} from './card-numbers.ts';

describe('card numbers', () => {
  it('shows four dots and speaks the end', () => {
    expect(formatCardEnd('4417')).toBe('•••• 4417');
    expect(speakCardEnd('0932')).toBe('card ending 0932');
  });
  it('takes the expiry month from the date itself, whatever the zone', () => {
    expect(formatExpiry('2029-11-30T23:59:59.999999999Z')).toBe('11/29');
    expect(formatExpiry('2030-01-01T00:00:00Z')).toBe('01/30');
    expect(formatExpiry(null)).toBe('–');
    expect(formatExpiry('soon')).toBe('–');
  });
  it('names schemes and kinds and lets unknown ones stand', () => {
    expect(formatScheme('VISA')).toBe('Visa');
    expect(formatScheme('MASTERCARD')).toBe('Mastercard');
    expect(formatScheme('ELO')).toBe('ELO');
    expect(formatCardType('PHYSICAL')).toBe('physical');
    expect(formatCardType('VIRTUAL_NON_UPGRADEABLE')).toBe('virtual');
    expect(formatCardType('BIOMETRIC')).toBe('BIOMETRIC');
  });
  it('shortens programme names of the known shape only', () => {
    expect(formatProgramme('VISA_DEBIT_CONSUMER_UK_1')).toBe('UK consumer');
    expect(formatProgramme('VISA_DEBIT_BUSINESS_UK_1_PHYSICAL_CARDS_API')).toBe('UK business');
    expect(formatProgramme('MASTERCARD_DEBIT_CONSUMER_EEA_2')).toBe('EEA consumer 2');
    expect(formatProgramme('VISA_DEBIT_CONSUMER_UK_VIRTUAL_1')).toBe('UK consumer, virtual');
    expect(formatProgramme('STAFF_PILOT')).toBe('STAFF_PILOT');
  });
});
