import 'server-only';

/** Of the IBAN registry: how long an IBAN of the country is, and what it is called. */
const countries = {
  AD: [24, 'Andorran'],
  AE: [23, 'Emirati'],
  AL: [28, 'Albanian'],
  AT: [20, 'Austrian'],
  AZ: [28, 'Azerbaijani'],
  BA: [20, 'Bosnian'],
  BE: [16, 'Belgian'],
  BG: [22, 'Bulgarian'],
  BH: [22, 'Bahraini'],
  BI: [27, 'Burundian'],
  BR: [29, 'Brazilian'],
  BY: [28, 'Belarusian'],
  CH: [21, 'Swiss'],
  CR: [22, 'Costa Rican'],
  CY: [28, 'Cypriot'],
  CZ: [24, 'Czech'],
  DE: [22, 'German'],
  DJ: [27, 'Djiboutian'],
  DK: [18, 'Danish'],
  DO: [28, 'Dominican'],
  EE: [20, 'Estonian'],
  EG: [29, 'Egyptian'],
  ES: [24, 'Spanish'],
  FI: [18, 'Finnish'],
  FK: [18, 'Falkland'],
  FO: [18, 'Faroese'],
  FR: [27, 'French'],
  GB: [22, 'British'],
  GE: [22, 'Georgian'],
  GI: [23, 'Gibraltar'],
  GL: [18, 'Greenlandic'],
  GR: [27, 'Greek'],
  GT: [28, 'Guatemalan'],
  HR: [21, 'Croatian'],
  HU: [28, 'Hungarian'],
  IE: [22, 'Irish'],
  IL: [23, 'Israeli'],
  IQ: [23, 'Iraqi'],
  IS: [26, 'Icelandic'],
  IT: [27, 'Italian'],
  JO: [30, 'Jordanian'],
  KW: [30, 'Kuwaiti'],
  KZ: [20, 'Kazakh'],
  LB: [28, 'Lebanese'],
  LC: [32, 'Saint Lucian'],
  LI: [21, 'Liechtenstein'],
  LT: [20, 'Lithuanian'],
  LU: [20, 'Luxembourg'],
  LV: [21, 'Latvian'],
  LY: [25, 'Libyan'],
  MC: [27, 'Monegasque'],
  MD: [24, 'Moldovan'],
  ME: [22, 'Montenegrin'],
  MK: [19, 'Macedonian'],
  MN: [20, 'Mongolian'],
  MR: [27, 'Mauritanian'],
  MT: [31, 'Maltese'],
  MU: [30, 'Mauritian'],
  NI: [28, 'Nicaraguan'],
  NL: [18, 'Dutch'],
  NO: [15, 'Norwegian'],
  OM: [23, 'Omani'],
  PK: [24, 'Pakistani'],
  PL: [28, 'Polish'],
  PS: [29, 'Palestinian'],
  PT: [25, 'Portuguese'],
  QA: [29, 'Qatari'],
  RO: [24, 'Romanian'],
  RS: [22, 'Serbian'],
  RU: [33, 'Russian'],
  SA: [24, 'Saudi'],
  SC: [31, 'Seychelles'],
  SD: [18, 'Sudanese'],
  SE: [24, 'Swedish'],
  SI: [19, 'Slovenian'],
  SK: [24, 'Slovak'],
  SM: [27, 'San Marino'],
  SO: [23, 'Somali'],
  ST: [25, 'São Tomé'],
  SV: [28, 'Salvadoran'],
  TL: [23, 'Timorese'],
  TN: [24, 'Tunisian'],
  TR: [26, 'Turkish'],
  UA: [29, 'Ukrainian'],
  VA: [22, 'Vatican'],
  VG: [24, 'Virgin Islands'],
  XK: [20, 'Kosovar'],
  YE: [30, 'Yemeni'],
} as const satisfies Record<string, readonly [number, string]>;

export interface IbanCountry {
  code: string;
  length: number;
  adjective: string;
  /** After the country nothing but digits. */
  hasDigitsOnly: boolean;
}

const digitsOnly = new Set(
  'AT BA BE CZ DE DK EE ES FI FO GL HR HU IL IS LT ME NO PL PT RS SE SI SK TL XK'.split(' '),
);

const byCode: ReadonlyMap<string, IbanCountry> = new Map(
  Object.entries(countries).map(([code, [length, adjective]]) => [
    code,
    { code, length, adjective, hasDigitsOnly: digitsOnly.has(code) },
  ]),
);

export const ibanCountry = (code: string): IbanCountry | undefined => byCode.get(code);
export const ibanCountries = (): IbanCountry[] => [...byCode.values()];

const euro = new Set(
  'AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC ME MK MT NL NO PL PT RO RS SE SI SK SM VA AL MD'.split(
    ' ',
  ),
);
/** Whose accounts are in a currency of their own, and so are expected to be of that country. */
const homes: Record<string, readonly string[]> = {
  AED: ['AE'],
  BGN: ['BG'],
  CHF: ['CH', 'LI'],
  CZK: ['CZ'],
  DKK: ['DK', 'FO', 'GL'],
  EGP: ['EG'],
  GBP: ['GB', 'GI'],
  GEL: ['GE'],
  HUF: ['HU'],
  ILS: ['IL', 'PS'],
  NOK: ['NO'],
  PKR: ['PK'],
  PLN: ['PL'],
  RON: ['RO'],
  SEK: ['SE'],
  TRY: ['TR'],
  UAH: ['UA'],
};

/** Would one expect an account of this country in this currency? Where nothing is known: yes. */
export function isUsualCountry(country: string, currency: string): boolean {
  if (currency === 'EUR') return euro.has(country);
  return homes[currency]?.includes(country) ?? true;
}
