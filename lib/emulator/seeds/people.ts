/** Where a person lives decides the programme of their card, the currency and how their phone number looks. */
export interface SeedPerson {
  firstName: string;
  lastName: string;
  country: SeedCountryCode;
}

export type SeedCountryCode = 'GB' | 'IE' | 'FR' | 'DE' | 'SE' | 'US' | 'AU';

const people = (country: SeedCountryCode, ...names: string[]): SeedPerson[] =>
  names.map((name) => {
    const [firstName = '', ...rest] = name.split(' ');
    return { firstName, lastName: rest.join(' '), country };
  });

/** The forty holders of personal profiles, in the order of the profiles' ids. */
export const personalHolders: SeedPerson[] = [
  ...people('GB', 'Priya Raman', 'Oliver Whitcombe', 'Zoë Achterberg', 'Kwame Boateng', 'Siobhán Gallagher'),
  ...people('FR', 'Camille Lefèvre', 'Yanis Benali', 'Maëlle Kerjean'),
  ...people(
    'GB',
    'Nguyễn Thị Lan',
    'Gareth Llewellyn',
    'Aisha Mahmood',
    'Tomasz Wiśniewski',
    'Ifeoma Okonkwo',
  ),
  ...people('DE', 'Jürgen Großmann', 'Leyla Yılmaz', 'Friederike von der Heyden'),
  ...people(
    'GB',
    'Hamish Urquhart',
    'Chidi Nwosu',
    'Rosalind Fairweather',
    'Dmytro Kovalenko',
    'Mei-Ling Tan',
  ),
  ...people('IE', 'Cillian Ó Briain', 'Niamh Delaney', 'Ewa Jabłońska'),
  ...people('GB', 'Arjun Venkataraman', 'Bethan Pritchard', 'Santiago Errázuriz', 'Fatima Zahra El Idrissi'),
  ...people('US', 'Marcus Delgado', 'Hannah Lindqvist', 'Xiomara Castellanos', 'Li Wei'),
  ...people('SE', 'Björn Åkesson', 'Linnéa Sjöström'),
  ...people('AU', 'Lachlan Fitzgibbon', 'Thandiwe Mokoena', 'Ruby Nakamura'),
  ...people('GB', 'Ekaterina Sokolova', 'Jean-Baptiste Charpentier-Montgomery', 'Ada Ng'),
];

/** Wise users who have granted nobody access yet, so that connecting them can be shown. */
export const newcomers: SeedPerson[] = people(
  'GB',
  'Amara Okafor',
  'Mateus Ferreira',
  'Freya Lindgren',
  'Tariq Hussain',
  'Beatrix Holloway',
  'Kofi Mensah',
  'Orla Kavanagh',
  'Hugo Castellane',
);

export const businesses = [
  {
    name: 'Harbourline Logistics Ltd',
    country: 'GB',
    registrationNumber: '09416523',
    webpage: 'https://harbourline.example.com',
    category: ['TRANSPORT_AND_LOGISTICS', 'FREIGHT_FORWARDING'],
    purpose: 'Freight forwarding between ports in the North Sea.',
    employees: people(
      'GB',
      'Amelia Thornbury',
      'Joseph Adeyemi',
      'Marta Kowalczyk',
      'Daniel Osei',
      'Henrietta Blackwood',
      'Samir Haddad',
      'Grace Mwangi',
      'Piotr Zieliński',
      'Chloe Abernathy',
      'Ravi Chandrasekhar',
      'Elif Demir',
      'Owen Tregaskis',
    ),
  },
  {
    name: 'Kestrel & Finch Studios GmbH',
    country: 'DE',
    registrationNumber: 'HRB 214877',
    webpage: 'https://kestrel-finch.example.com',
    category: ['MEDIA_COMMUNICATION_ENTERTAINMENT', 'FILM_PRODUCTION'],
    purpose: 'Film and sound post-production.',
    employees: people(
      'DE',
      'Anneliese Brandt',
      'Mehmet Aydın',
      'Sören Petersen',
      'Giulia Ferraro',
      'Katarzyna Nowak',
      'Lukas Hofstätter',
      'Inês Carvalho',
      'Đorđe Petrović',
      'Noor van Dijk',
      'Paweł Łukasik',
    ),
  },
  {
    name: 'Blue Mesa Field Services Inc',
    country: 'US',
    registrationNumber: '84-3920175',
    webpage: 'https://bluemesa.example.com',
    category: ['CONSULTING_IT_BUSINESS_SERVICES', 'ENGINEERING'],
    purpose: 'Survey and maintenance crews for solar farms.',
    employees: people(
      'US',
      'Rachel Birnbaum',
      'DeShawn Whitaker',
      'Lucía Hernández',
      'Kai Nakoa',
      'Tyler Vandenberg',
      'Sunita Patel',
      'Emmanuel Baptiste',
      'Grace Kim',
      'Wyatt Yellowhorse',
      'Nadia Rahimi',
    ),
  },
] as const satisfies readonly { country: SeedCountryCode; employees: SeedPerson[]; [key: string]: unknown }[];

type Place = readonly [string, string];

interface SeedCountry {
  iso3: string;
  state: string | null;
  /** City and post code. */
  places: readonly [Place, ...Place[]];
  streets: readonly [string, ...string[]];
  /** A number from a range that no telephone company gives out. */
  phoneNumber: (serial: number) => string;
}

const padded = (value: number, length: number) => String(value).padStart(length, '0');

export const countries: Record<SeedCountryCode, SeedCountry> = {
  GB: {
    iso3: 'gbr',
    state: null,
    places: [
      ['Leeds', 'LS1 4DL'],
      ['London', 'E8 3QN'],
      ['Bristol', 'BS1 6AE'],
      ['Cardiff', 'CF10 1EP'],
      ['Glasgow', 'G1 3SL'],
    ],
    streets: ['Willow Creek Lane', 'Albion Street', 'Chapel Row', 'Foundry Walk'],
    phoneNumber: (serial) => `+447700900${padded(serial % 1000, 3)}`,
  },
  IE: {
    iso3: 'irl',
    state: null,
    places: [
      ['Dublin', 'D02 X285'],
      ['Cork', 'T12 RY7H'],
      ['Galway', 'H91 TX33'],
    ],
    streets: ['Merchants Quay', 'Dame Lane'],
    phoneNumber: (serial) => `+35320915${padded(serial % 10_000, 4)}`,
  },
  FR: {
    iso3: 'fra',
    state: null,
    places: [
      ['Lyon', '69002'],
      ['Nantes', '44000'],
      ['Lille', '59800'],
    ],
    streets: ['rue des Tanneurs', 'quai des Célestins'],
    phoneNumber: (serial) => `+33639980${padded(serial % 1000, 3)}`,
  },
  DE: {
    iso3: 'deu',
    state: null,
    places: [
      ['Berlin', '10405'],
      ['Hamburg', '20359'],
      ['Köln', '50672'],
    ],
    streets: ['Prenzlauer Allee', 'Lindenweg'],
    phoneNumber: (serial) => `+493023125${padded(serial % 1000, 3)}`,
  },
  SE: {
    iso3: 'swe',
    state: null,
    places: [
      ['Göteborg', '413 01'],
      ['Malmö', '211 20'],
    ],
    streets: ['Linnégatan', 'Storgatan'],
    phoneNumber: (serial) => `+467017406${padded(5 + (serial % 95), 2)}`,
  },
  US: {
    iso3: 'usa',
    state: 'TX',
    places: [
      ['Austin', '78701'],
      ['Houston', '77002'],
    ],
    streets: ['Congress Avenue', 'Guadalupe Street'],
    phoneNumber: (serial) => `+1512555${padded(100 + (serial % 100), 4)}`,
  },
  AU: {
    iso3: 'aus',
    state: 'VIC',
    places: [
      ['Melbourne', '3000'],
      ['Geelong', '3220'],
    ],
    streets: ['Collins Street', 'Lygon Street'],
    phoneNumber: (serial) => `+61491570${padded(156 + (serial % 3), 3)}`,
  },
};
