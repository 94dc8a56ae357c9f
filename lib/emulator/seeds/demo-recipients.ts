import { printInstant } from '../core/clock.ts';
import { checkAccount } from '../money/accounts/check-account.ts';
import { makeIban } from '../money/accounts/check-digits.ts';
import { outcomesFor } from '../money/confirmations.ts';
import { firstRecipientId } from '../money/recipients.ts';
import type { RecipientRecord } from '../money/records.ts';
import { dayInMs } from './build.ts';

type Details = Record<string, unknown>;
type Line = [
  name: string,
  currency: string,
  type: string,
  details: Details,
  more?: { isBusiness?: true; isInactive?: true; isOwn?: true },
];

const company = { isBusiness: true } as const;
const iban = (country: string, account: string): Details => ({ IBAN: makeIban(country, account) });
const sortCode = (code: string, accountNumber: string): Details => ({ sortCode: code, accountNumber });
const usAddress = (state: string, city: string, postCode: string, firstLine: string) => ({
  address: { country: 'US', state, city, postCode, firstLine },
});
const aba = (abartn: string, accountNumber: string, address: Details, accountType = 'CHECKING'): Details => ({
  abartn,
  accountNumber,
  accountType,
  ...address,
});
const canadian = (institutionNumber: string, transitNumber: string, accountNumber: string): Details => ({
  institutionNumber,
  transitNumber,
  accountNumber,
  accountType: 'CHECKING',
});
const address = (country: string, city: string, postCode: string, firstLine: string, state?: string) => ({
  address: { country, city, postCode, firstLine, ...(state === undefined ? {} : { state }) },
});

const newYork = usAddress('NY', 'New York', '10025', '158 Riverside Drive');
const austin = usAddress('TX', 'Austin', '78701', '410 Congress Avenue');
const phoenix = usAddress('AZ', 'Phoenix', '85004', '77 East Monroe Street');
const denver = usAddress('CO', 'Denver', '80202', '1650 Larimer Street');
const toronto = address('CA', 'Toronto', 'M5V 2T6', '20 Wellington Street West', 'ON');
const saoPaulo = address('BR', 'São Paulo', '01310-100', 'Avenida Paulista 1106', 'SP');

/** Two of the name Grace Mwangi with an account each, and one Owen Tregaskis who is no longer paid. */
const harbourline: Line[] = [
  ['Amelia Thornbury', 'GBP', 'sort_code', sortCode('040075', '37778842')],
  ['Joseph Adeyemi', 'GBP', 'sort_code', sortCode('203053', '40951172')],
  ['Marta Kowalczyk', 'GBP', 'sort_code', sortCode('309921', '18864203')],
  ['Daniel Osei', 'GBP', 'sort_code', sortCode('601613', '31926819')],
  ['Henrietta Blackwood', 'GBP', 'sort_code', sortCode('110268', '00513497')],
  ['Grace Mwangi', 'GBP', 'sort_code', sortCode('089286', '65430127')],
  ['Grace Mwangi', 'GBP', 'sort_code', sortCode('402208', '11750936')],
  ['Owen Tregaskis', 'GBP', 'sort_code', sortCode('204478', '73012865'), { isInactive: true }],
  ['Chloe Abernathy', 'GBP', 'iban', iban('GB', 'BUKB20325358201947')],
  ['Tyne Pilotage Services Ltd', 'GBP', 'sort_code', sortCode('204771', '83310092'), company],
  ['Humber Dry Dock Company', 'GBP', 'sort_code', sortCode('560036', '24170855'), company],
  ['Harbourline Logistics Ltd', 'EUR', 'iban', iban('DE', '202208000049310872'), { ...company, isOwn: true }],
  ['Sven Petersen', 'EUR', 'iban', iban('DE', '370400440532013000')],
  ['Wilhelmina de Groot', 'EUR', 'iban', iban('NL', 'ABNA0417164300')],
  ['Ciarán Fitzsimons', 'EUR', 'iban', iban('IE', 'AIBK93115212345678')],
  ['Hafenlogistik Nord GmbH', 'EUR', 'iban', iban('DE', '200505501261193217'), company],
  ['Ingrid Mismatch', 'EUR', 'iban', iban('AT', '1904300234573201')],
  ['Ragnhild Solberg', 'NOK', 'norwegian', { accountNumber: '15031234562' }],
  ['Fjordkai Bergen AS', 'NOK', 'norwegian', { accountNumber: '97104472137' }, company],
  ['Torstein Haugen', 'NOK', 'iban', iban('NO', '60120833416')],
  ['Elsa Lindqvist', 'SEK', 'swedish_local', { clearingNumber: '5290', accountNumber: '0012345' }],
  ['Göteborgs Hamnservice AB', 'SEK', 'iban', iban('SE', '50000000058398257466'), company],
  ['Mikkel Rasmussen', 'DKK', 'iban', iban('DK', '00400440116243')],
  ['Piotr Nowicki', 'PLN', 'iban', iban('PL', '109010140000071219812874')],
  ['Erin Caldwell', 'USD', 'aba', aba('021000021', '40000482190', newYork)],
  ['Gulf Freight Brokers Inc', 'USD', 'aba', aba('111000025', '004838271105', austin), company],
  ['Noah Bergeron', 'CAD', 'canadian', { ...canadian('006', '04841', '3456712'), ...toronto }],
];
const kestrel: Line[] = [
  ['Anneliese Brandt', 'EUR', 'iban', iban('DE', '100100100006820101')],
  ['Mehmet Aydin', 'EUR', 'iban', iban('DE', '120300000047110815')],
  ['Giulia Ferraro', 'EUR', 'iban', iban('AT', '3200000012345864')],
  ['Inês Carvalho', 'EUR', 'iban', iban('LU', '0019400644750000')],
  ['Noor van Dijk', 'EUR', 'iban', iban('NL', 'INGB0001234567')],
  ['Lukas Nocheck', 'EUR', 'iban', iban('DE', '701500000094063847')],
  ['Tonstudio Elbufer GmbH', 'EUR', 'iban', iban('DE', '200400000628908500'), company],
  ['Film Fatale Verleih GmbH', 'EUR', 'iban', iban('DE', '500105175407324931'), company],
  ['Beatriz Keller', 'CHF', 'iban', iban('CH', '00762011623852957')],
  ['Lichtspiel Bern AG', 'CHF', 'iban', iban('CH', '09000000304442225'), company],
  ['Pavel Dvorak', 'CZK', 'iban', iban('CZ', '08000000192000145399')],
  ['Katarzyna Nowak', 'PLN', 'iban', iban('PL', '114020040000300201355387')],
  ['Gareth Llewellyn', 'GBP', 'sort_code', sortCode('231470', '28804516')],
  ['Soho Foley Stage Ltd', 'GBP', 'sort_code', sortCode('200605', '50318827'), company],
  [
    'Yuki Tanaka',
    'JPY',
    'japanese',
    { bankCode: '0005', branchCode: '135', accountType: 'CHECKING', accountNumber: '1029384' },
  ],
  [
    'Studio Hoshizora KK',
    'JPY',
    'japanese',
    { bankCode: '0009', branchCode: '259', accountType: 'CURRENT', accountNumber: '7736201' },
    company,
  ],
  ['Arjun Venkataraman', 'INR', 'indian', { ifscCode: 'HDFC0000128', accountNumber: '50100234567891' }],
  ['Priya Wrongname', 'INR', 'indian', { ifscCode: 'ICIC0001843', accountNumber: '184301503927' }],
];
const blueMesa: Line[] = [
  ['DeShawn Whitaker', 'USD', 'aba', aba('122100024', '663018427', phoenix)],
  ['Sunita Patel', 'USD', 'aba', aba('107002192', '2008114739', denver, 'SAVINGS')],
  [
    'Emmanuel Baptiste',
    'USD',
    'swift_code',
    {
      swiftCode: 'BNPAFRPP',
      accountNumber: makeIban('FR', '30004008280001143290185'),
      ...address('FR', 'Lyon', '69002', '14 rue des Tanneurs'),
    },
  ],
  ['Copper State Fencing LLC', 'USD', 'aba', aba('322271627', '718820046', phoenix), company],
  ['Olivia Tremblay', 'CAD', 'canadian', { ...canadian('003', '00102', '1184620'), ...toronto }],
  ['Liam Gauthier', 'CAD', 'interac', { interacAccount: 'liam.gauthier@example.com', ...toronto }],
  [
    'Rafael Monteiro',
    'BRL',
    'brazil',
    {
      bankCode: '341',
      branchCode: '0136',
      accountNumber: '458102',
      accountType: 'CHECKING',
      cpf: '31840297514',
      ...saoPaulo,
    },
  ],
  [
    'Sol Nascente Energia Ltda',
    'BRL',
    'brazil',
    {
      bankCode: '237',
      branchCode: '0265',
      accountNumber: '1120347',
      accountType: 'CHECKING',
      cnpj: '27451836000169',
      ...saoPaulo,
    },
    company,
  ],
  [
    'Xiomara Castellanos',
    'MXN',
    'mexican',
    { clabe: '012180001234567899', ...address('MX', 'Monterrey', '64000', 'Calle Padre Mier 318') },
  ],
  [
    'Ruby Nakamura',
    'AUD',
    'australian',
    {
      bsbCode: '063000',
      accountNumber: '12873645',
      ...address('AU', 'Melbourne', '3000', '88 Collins Street', 'VIC'),
    },
  ],
  [
    'Mei-Ling Tan',
    'SGD',
    'singapore',
    {
      bankCode: '7171',
      accountNumber: '0278105539',
      ...address('SG', 'Singapore', '048616', '3 Church Street'),
    },
  ],
  [
    'Kowloon Photovoltaics Ltd',
    'HKD',
    'hongkong',
    { bankCode: '004', accountNumber: '502183674838', ...address('HK', 'Hong Kong', '', '27 Nathan Road') },
    company,
  ],
  [
    'Thandiwe Mokoena',
    'ZAR',
    'southafrica',
    {
      swiftCode: 'FIRNZAJJ',
      accountNumber: '62514783390',
      ...address('ZA', 'Cape Town', '8001', '41 Long Street'),
    },
  ],
  [
    'Minseo Kim',
    'KRW',
    'south_korean_paygate',
    {
      email: 'minseo.kim@example.com',
      dateOfBirth: '1988-03-14',
      bankCode: '088',
      accountNumber: '110234567890',
      ...address('KR', 'Seoul', '04524', '110 Sejong-daero'),
    },
  ],
  [
    'Putri Wulandari',
    'IDR',
    'indonesian',
    {
      bankCode: '014',
      accountNumber: '5271839046',
      ...address('ID', 'Jakarta', '10310', 'Jalan MH Thamrin 9'),
    },
  ],
];

const ofProfiles: readonly (readonly [number, readonly Line[]])[] = [
  [30_000_001, harbourline],
  [30_000_002, kestrel],
  [30_000_003, blueMesa],
];

/** Accounts that money was sent to before. They are held against the same forms as new ones. */
export function plantRecipients(creatorId: number, dayMs: number): RecipientRecord[] {
  const lines = ofProfiles.flatMap(([profileId, rows]) => rows.map((line) => [profileId, line] as const));
  return lines.map(([profileId, [accountHolderName, currency, type, details, more = {}]], index) => {
    const legalType = more.isBusiness ? 'BUSINESS' : 'PRIVATE';
    const sent = { accountHolderName, currency, type, details: { legalType, ...details } };
    const checked = checkAccount(sent);
    if ('faults' in checked)
      throw new Error(
        `${accountHolderName} (${currency}): ${checked.faults.map(({ path }) => path).join(', ')}`,
      );
    const createdAt = printInstant(dayMs - (640 - index * 9) * dayInMs + index * 3_601_000, index * 7919);
    return {
      id: firstRecipientId + index,
      profileId,
      creatorId,
      ...checked.account,
      active: !more.isInactive,
      ownedByCustomer: more.isOwn ?? false,
      outcomes: outcomesFor(checked.account, createdAt),
      checkedWith: null,
      acceptedFor: [],
      createdAt,
    };
  });
}
