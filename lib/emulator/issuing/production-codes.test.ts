import { expect, test } from 'vitest';
import { kioskErrors } from '../../catalogues/kiosk-errors.ts';
import { productionCodes, requestCodes } from './production-codes.ts';

test('every code of both lists of Wise’s has an entry of its own in the catalogue, and there is no other', () => {
  const wanted = [
    ...Object.keys(requestCodes).map((code) => `REQUEST_ERROR ${code}`),
    ...Object.keys(productionCodes).map((code) => `PRODUCTION_ERROR ${code}`),
  ];
  expect(wanted).toHaveLength(58);
  expect(Object.keys(requestCodes)).toHaveLength(22);
  expect(kioskErrors.map(({ code, status }) => `${status} ${code}`).toSorted()).toEqual(wanted.toSorted());
});
