import type { CardAddress } from '../../contracts/wise/card-orders.ts';

interface AddressFault {
  field: string;
  message: string;
}

const lengths = {
  firstLine: 30,
  secondLine: 30,
  thirdLine: 30,
  city: 30,
  state: 30,
  postCode: 10,
} as const;
type Field = keyof typeof lengths;
const fields = Object.keys(lengths).filter((name): name is Field => Object.hasOwn(lengths, name));

/** Emulator choice: the countries whose forms are known here; of any other a postcode may be anything. */
const postCodes: Record<string, RegExp> = {
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  US: /^\d{5}(-\d{4})?$/,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  AU: /^\d{4}$/,
  SE: /^\d{3} ?\d{2}$/,
  IE: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
};
const withState: readonly string[] = ['AU', 'BR', 'CA', 'US'];
const boxPattern = /\bp\.? ?o\.? ?box\b|\bpost ?office box\b|\bpostfach\b|\bboîte postale\b/i;

const textOf = (address: CardAddress, field: keyof CardAddress): string => {
  const value = address[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** Wise: the limits, the words, and no PO boxes. Emulator choice: at most one fault a field. */
export function findAddressFaults(address: CardAddress): AddressFault[] {
  const country = textOf(address, 'country').toUpperCase();
  const needed: readonly string[] = [
    'firstLine',
    'city',
    'postCode',
    ...(withState.includes(country) ? ['state'] : []),
  ];
  const faultOf = (field: Field): string | null => {
    const text = textOf(address, field);
    if (text === '') return needed.includes(field) ? 'Required Field' : null;
    if (text.length > lengths[field]) return `Must be less than ${lengths[field]} characters`;
    if (field === 'postCode')
      return postCodes[country]?.test(text) === false ? 'Please enter a valid postcode' : null;
    return field.endsWith('Line') && boxPattern.test(text) ? 'PO boxes are not supported' : null;
  };
  const faults = fields.flatMap((field): AddressFault[] => {
    const message = faultOf(field);
    return message === null ? [] : [{ field, message }];
  });
  if (/^[A-Z]{2}$/.test(country)) return faults;
  const message = country === '' ? 'Required Field' : 'Please enter a valid country';
  return [...faults, { field: 'country', message }];
}
