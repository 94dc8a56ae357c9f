import { describe, expect, it } from 'vitest';
import { findAddressFaults } from './card-address.ts';

const good = { firstLine: '5 Park Row', city: 'Leeds', postCode: 'LS1 5HD', country: 'GB' };

describe('findAddressFaults', () => {
  it.each([
    [good],
    [{ ...good, secondLine: null, thirdLine: '', state: null }],
    [{ ...good, country: 'gb', postCode: 'ls15hd' }],
    [{ ...good, country: 'US', postCode: '10001-1234', state: 'NY' }],
    [{ ...good, country: 'JP', postCode: '100-0001' }],
    [{ ...good, firstLine: 'x'.repeat(30) }],
  ])('%j is good', (address) => {
    expect(findAddressFaults(address)).toEqual([]);
  });

  it.each([
    [{ firstLine: ' ' }, 'firstLine', 'Required Field'],
    [{ city: null }, 'city', 'Required Field'],
    [{ postCode: undefined }, 'postCode', 'Required Field'],
    [{ country: '' }, 'country', 'Required Field'],
    [{ country: 'GBR' }, 'country', 'Please enter a valid country'],
    [{ postCode: 'LS1' }, 'postCode', 'Please enter a valid postcode'],
    [{ postCode: '12345678901' }, 'postCode', 'Must be less than 10 characters'],
    [{ secondLine: 'x'.repeat(31) }, 'secondLine', 'Must be less than 30 characters'],
    [{ city: 'x'.repeat(31) }, 'city', 'Must be less than 30 characters'],
    [{ country: 'US', postCode: '10001' }, 'state', 'Required Field'],
    [{ firstLine: 'P.O. Box 12' }, 'firstLine', 'PO boxes are not supported'],
  ])('with %j: %s %s', (change, field, message) => {
    expect(findAddressFaults({ ...good, ...change })).toEqual([{ field, message }]);
  });
});
