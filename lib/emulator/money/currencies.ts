/** What a currency that money can be sent in is. Emulator choice: which there are, what sending costs and the least amounts. */
export interface Currency {
  code: string;
  symbol: string;
  name: string;
  /** Countries by code, name and three-letter code. */
  countries: readonly (readonly [string, string, string])[];
  /** What sending to it costs: a part in pounds, and a share of what is sent. */
  fee: { fixed: number; variable: number };
  /** The least a recipient can be sent; null where any amount will do. */
  least: number | null;
}

type Row = [
  code: string,
  symbol: string,
  name: string,
  fixed: number,
  variable: number,
  countries: readonly (readonly [string, string, string])[],
  least?: number,
];

const rows: readonly Row[] = [
  ['AED', 'د.إ', 'United Arab Emirates dirham', 0.83, 0.0061, [['AE', 'United Arab Emirates', 'are']]],
  ['AUD', 'A$', 'Australian dollar', 0.35, 0.0043, [['AU', 'Australia', 'aus']]],
  ['BRL', 'R$', 'Brazilian real', 1.42, 0.0167, [['BR', 'Brazil', 'bra']], 20],
  ['CAD', 'C$', 'Canadian dollar', 0.41, 0.0048, [['CA', 'Canada', 'can']]],
  ['CHF', 'CHF', 'Swiss franc', 0.52, 0.0039, [['CH', 'Switzerland', 'che']]],
  ['CZK', 'Kč', 'Czech koruna', 0.38, 0.0044, [['CZ', 'Czechia', 'cze']]],
  ['DKK', 'kr', 'Danish krone', 0.33, 0.0042, [['DK', 'Denmark', 'dnk']]],
  [
    'EUR',
    '€',
    'Euro',
    0.29,
    0.0037,
    [
      ['DE', 'Germany', 'deu'],
      ['FR', 'France', 'fra'],
      ['IE', 'Ireland', 'irl'],
    ],
  ],
  ['GBP', '£', 'British pound', 0.23, 0.0034, [['GB', 'United Kingdom', 'gbr']]],
  ['HKD', 'HK$', 'Hong Kong dollar', 0.79, 0.0055, [['HK', 'Hong Kong', 'hkg']]],
  ['IDR', 'Rp', 'Indonesian rupiah', 0.64, 0.0071, [['ID', 'Indonesia', 'idn']]],
  ['INR', '₹', 'Indian rupee', 0.57, 0.0058, [['IN', 'India', 'ind']], 250],
  ['JPY', '¥', 'Japanese yen', 0.96, 0.0056, [['JP', 'Japan', 'jpn']]],
  ['KRW', '₩', 'South Korean won', 1.12, 0.0072, [['KR', 'South Korea', 'kor']]],
  ['MXN', '$', 'Mexican peso', 0.44, 0.0081, [['MX', 'Mexico', 'mex']]],
  ['NOK', 'kr', 'Norwegian krone', 0.36, 0.0041, [['NO', 'Norway', 'nor']]],
  ['NZD', 'NZ$', 'New Zealand dollar', 0.42, 0.0046, [['NZ', 'New Zealand', 'nzl']]],
  ['PLN', 'zł', 'Polish zloty', 0.31, 0.0043, [['PL', 'Poland', 'pol']]],
  ['SEK', 'kr', 'Swedish krona', 0.34, 0.0041, [['SE', 'Sweden', 'swe']]],
  ['SGD', 'S$', 'Singapore dollar', 0.61, 0.0047, [['SG', 'Singapore', 'sgp']]],
  ['TRY', '₺', 'Turkish lira', 0.68, 0.0094, [['TR', 'Türkiye', 'tur']]],
  ['USD', '$', 'United States dollar', 0.39, 0.0045, [['US', 'United States', 'usa']]],
  ['ZAR', 'R', 'South African rand', 0.73, 0.0066, [['ZA', 'South Africa', 'zaf']]],
];

export const currencies: readonly Currency[] = rows.map(
  ([code, symbol, name, fixed, variable, countries, least = null]) => ({
    code,
    symbol,
    name,
    countries,
    fee: { fixed, variable },
    least,
  }),
);

const byCode = new Map(currencies.map((row) => [row.code, row]));

export const findCurrency = (code: string): Currency | undefined => byCode.get(code);
