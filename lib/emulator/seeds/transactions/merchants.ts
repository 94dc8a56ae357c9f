import type { MerchantRecord } from '../../entities.ts';

/** MCC: Wise's name of the category and its description. */
const categories = {
  '4111': ['TRANSPORTATION_SUBURBAN_LOCAL', 'R Local/Suburban Commuter Passenger Transport'],
  '4112': ['PASSENGER_RAILWAYS', 'X Passenger Railways'],
  '4121': ['TAXICABS_LIMOUSINES', 'R Taxicabs and Limousines'],
  '4215': ['COURIER_SERVICES', 'R Courier Services, Air and Ground'],
  '4511': ['AIRLINES', 'X Airlines, Air Carriers'],
  '4814': ['TELECOMMUNICATION_SERVICES', 'R Telecommunication Services'],
  '4899': ['CABLE_SATELLITE_STREAMING', 'R Cable, Satellite and Other Pay Television'],
  '5045': ['COMPUTERS_PERIPHERALS_SOFTWARE', 'R Computers, Peripherals and Software'],
  '5200': ['HOME_SUPPLY_WAREHOUSE_STORES', 'R Home Supply Warehouse Stores'],
  '5411': ['GROCERY_STORES_SUPERMARKETS', 'R Grocery Stores, Supermarkets'],
  '5499': ['MISCELLANEOUS_FOOD_STORES_CONVEN', 'R Miscellaneous Food Stores'],
  '5541': ['SERVICE_STATIONS', 'R Service Stations'],
  '5651': ['FAMILY_CLOTHING_STORES', 'R Family Clothing Stores'],
  '5732': ['ELECTRONICS_STORES', 'R Electronics Stores'],
  '5812': ['EATING_PLACES_RESTAURANTS', 'R Eating Places, Restaurants'],
  '5814': ['FAST_FOOD_RESTAURANTS', 'R Fast Food Restaurants'],
  '5815': ['DIGITAL_GOODS_MEDIA', 'R Digital Goods: Books, Movies, Music'],
  '5912': ['DRUG_STORES_PHARMACIES', 'R Drug Stores, Pharmacies'],
  '5942': ['BOOK_STORES', 'R Book Stores'],
  '5999': ['MISCELLANEOUS_SPECIALTY_RETAIL', 'R Miscellaneous and Special'],
  '6011': ['FINANCIAL_INST_AUTO_CASH', 'Z Member Financial Institution'],
  '6010': ['FINANCIAL_INST_MANUAL_CASH', 'Z Member Financial Institution, Manual'],
  '6012': ['FINANCIAL_INST_MERCHANDISE', 'F Financial Institution, Merchandise'],
  '6051': ['QUASI_CASH', 'U Quasi Cash, Foreign Currency'],
  '6540': ['STORED_VALUE_LOAD', 'F Stored Value Card Purchase or Load'],
  '7011': ['HOTELS_MOTELS_RESORTS', 'H Lodging, Hotels and Motels'],
  '7372': ['PROGRAMMING_DATA_PROCESSING', 'R Computer Programming, Data Processing'],
  '7512': ['CAR_RENTAL_AGENCIES', 'A Automobile Rental Agency'],
  '7523': ['PARKING_LOTS_GARAGES', 'R Parking Lots and Garages'],
  '7832': ['MOTION_PICTURE_THEATRES', 'R Motion Picture Theatres'],
  '7995': ['BETTING_CASINO_GAMING', 'U Betting, Casino Gaming'],
  '8011': ['DOCTORS', 'R Doctors'],
} as const;
export type Mcc = keyof typeof categories;

export interface SeedMerchant {
  name: string;
  mcc: Mcc;
  city: string;
  zipCode: string;
  country: CountryCode;
  /** Usual amounts in the country's currency. */
  from: number;
  to: number;
}

const lands = {
  GB: ['United Kingdom', 'GBP'],
  IE: ['Ireland', 'EUR'],
  FR: ['France', 'EUR'],
  DE: ['Germany', 'EUR'],
  ES: ['Spain', 'EUR'],
  IT: ['Italy', 'EUR'],
  SE: ['Sweden', 'SEK'],
  PL: ['Poland', 'PLN'],
  CH: ['Switzerland', 'CHF'],
  TR: ['Turkey', 'TRY'],
  US: ['United States', 'USD'],
  BR: ['Brazil', 'BRL'],
  AU: ['Australia', 'AUD'],
  JP: ['Japan', 'JPY'],
  SG: ['Singapore', 'SGD'],
  TH: ['Thailand', 'THB'],
} as const;
export type CountryCode = keyof typeof lands;

export const currencyOf = (country: CountryCode): string => lands[country][1];

const states: Partial<Record<string, string>> = {
  Austin: 'TX',
  Houston: 'TX',
  Denver: 'CO',
  Melbourne: 'VIC',
};

/** A code there are no words for stands alone. */
export function categoryOf(mcc: string): NonNullable<MerchantRecord['category']> {
  const known: Partial<Record<string, readonly [string, string]>> = categories;
  const [name, words] = known[mcc] ?? [];
  return { name: name ?? null, code: mcc, description: words === undefined ? null : `${mcc} ${words}` };
}

/** How Wise prints a merchant. */
export const printable = ({ city, country, mcc, name, zipCode }: SeedMerchant): MerchantRecord => ({
  name,
  location: { country: lands[country][0], city, zipCode, region: null, state: states[city] ?? null },
  category: categoryOf(mcc),
});

type Line = readonly [name: string, mcc: Mcc, city: string, zipCode: string, from: number, to: number];

const of = (country: CountryCode, lines: readonly [Line, ...Line[]]): [SeedMerchant, ...SeedMerchant[]] => {
  const read = ([name, mcc, city, zipCode, from, to]: Line): SeedMerchant => ({
    name,
    mcc,
    city,
    zipCode,
    country,
    from,
    to,
  });
  const [first, ...rest] = lines;
  return [read(first), ...rest.map(read)];
};

type Merchants = readonly [SeedMerchant, ...SeedMerchant[]];

/** Shops with a counter, by country. */
export const shops: Record<CountryCode, Merchants> = {
  GB: of('GB', [
    ['Headrow Grocers', '5411', 'Leeds', 'LS1 6AG', 4, 92],
    ['Kirkgate Market Fruit & Veg', '5499', 'Leeds', 'LS2 7HY', 2, 18],
    ['The Brass Kettle', '5814', 'Leeds', 'LS1 4DY', 3, 14],
    ['Whitfield & Rose Pharmacy', '5912', 'Bristol', 'BS1 3BX', 5, 38],
    ['Clifton Fuel Stop', '5541', 'Bristol', 'BS8 1AF', 25, 96],
    ['Harbourside Kitchen', '5812', 'Bristol', 'BS1 5DB', 18, 140],
    ['Broadway Market Coffee', '5814', 'London', 'E8 4QL', 3, 12],
    ['Northbank Transport', '4111', 'London', 'SW1H 0BD', 2, 9],
    ['Lanyard & Sons Hardware', '5200', 'London', 'SE1 9AB', 7, 210],
    ['Pagewright Books', '5942', 'Cardiff', 'CF10 1BH', 6, 55],
    ['Taff Valley Foods', '5411', 'Cardiff', 'CF10 3AT', 4, 80],
    ['Buchanan Street Outfitters', '5651', 'Glasgow', 'G1 2FF', 15, 160],
    ['City Parking Wellington Place', '7523', 'Leeds', 'LS1 4LT', 3, 24],
    ['Silver Screen Picturehouse', '7832', 'London', 'N1 0QB', 9, 44],
  ]),
  IE: of('IE', [
    ['Liffey Street Foodhall', '5411', 'Dublin', 'D01 K2X9', 5, 85],
    ['Fogarty Chemists', '5912', 'Cork', 'T12 W8N5', 4, 42],
    ['Salthill Fish & Chips', '5814', 'Galway', 'H91 E2T6', 8, 32],
    ['Quayside Fuels', '5541', 'Dublin', 'D02 HP21', 20, 95],
  ]),
  FR: of('FR', [
    ['Boulangerie Maison Perrin', '5499', 'Lyon', '69002', 1, 14],
    ['Marché Croix-Rousse', '5411', 'Lyon', '69004', 6, 88],
    ['Café de la Loire', '5812', 'Nantes', '44000', 12, 95],
    ['Pharmacie du Vieux-Lille', '5912', 'Lille', '59800', 4, 46],
    ['Tramways du Ponant', '4111', 'Nantes', '44000', 2, 8],
    ['Librairie des Quais', '5942', 'Paris', '75005', 7, 60],
  ]),
  DE: of('DE', [
    ['Biomarkt Prenzlauer Berg', '5411', 'Berlin', '10405', 5, 78],
    ['Bäckerei Hansen', '5499', 'Hamburg', '20095', 2, 13],
    ['Rheinufer Gasthaus', '5812', 'Köln', '50667', 14, 110],
    ['Elbtunnel Tankstelle', '5541', 'Hamburg', '20359', 28, 104],
    ['Verkehrsbetriebe Spree', '4111', 'Berlin', '10179', 3, 12],
    ['Nordlicht Elektronik', '5732', 'Hamburg', '20457', 20, 640],
  ]),
  ES: of('ES', [
    ['Bodega La Encina', '5812', 'Sevilla', '41001', 9, 85],
    ['Mercado del Puerto', '5411', 'Valencia', '46002', 5, 64],
    ['Farmacia Mistral', '5912', 'Barcelona', '08001', 4, 36],
  ]),
  IT: of('IT', [
    ['Trattoria al Ponte Vecchio', '5812', 'Firenze', '50125', 16, 120],
    ['Gelateria Fontanella', '5814', 'Roma', '00187', 3, 16],
    ['Stazione Bar Centrale', '5814', 'Milano', '20124', 2, 18],
  ]),
  SE: of('SE', [
    ['Haga Livs', '5411', 'Göteborg', '413 01', 40, 820],
    ['Kafé Möllan', '5814', 'Malmö', '214 24', 35, 190],
    ['Västkustens Lokaltrafik', '4111', 'Göteborg', '411 04', 36, 120],
    ['Apotek Lejonet', '5912', 'Malmö', '211 20', 45, 460],
  ]),
  PL: of('PL', [
    ['Delikatesy Kazimierz', '5411', 'Kraków', '31-055', 12, 260],
    ['Bar Mleczny Pod Wawelem', '5812', 'Kraków', '31-001', 18, 95],
  ]),
  CH: of('CH', [
    ['Bahnhof Lebensmittel', '5411', 'Zürich', '8001', 6, 90],
    ['Hotel Lindenhof', '7011', 'Zürich', '8001', 160, 620],
  ]),
  TR: of('TR', [
    ['Galata Lokantası', '5812', 'İstanbul', '34421', 240, 2_600],
    ['Kapalıçarşı Hediyelik', '5999', 'İstanbul', '34126', 150, 4_000],
  ]),
  US: of('US', [
    ['Mesa Verde Market', '5411', 'Austin', '78701', 8, 130],
    ['Pecan Street Diner', '5812', 'Austin', '78702', 11, 74],
    ['Bayou City Fuel', '5541', 'Houston', '77002', 22, 96],
    ['Front Range Outfitters', '5651', 'Denver', '80202', 18, 240],
    ['Congress Avenue Parking', '7523', 'Austin', '78701', 4, 30],
    ['Lone Star Hardware', '5200', 'Houston', '77007', 9, 320],
  ]),
  BR: of('BR', [['Padaria Ipanema', '5499', 'Rio de Janeiro', '22410-001', 12, 90]]),
  AU: of('AU', [
    ['Lygon Street Grocer', '5411', 'Melbourne', '3053', 8, 140],
    ['Flat White Society', '5814', 'Melbourne', '3000', 5, 24],
    ['Corio Bay Fuels', '5541', 'Geelong', '3220', 30, 120],
    ['Bellarine Pharmacy', '5912', 'Geelong', '3220', 7, 60],
  ]),
  JP: of('JP', [
    ['Sakura Shokudo', '5812', 'Kyoto', '600-8216', 900, 7_400],
    ['Nishiki Ichiba', '5499', 'Kyoto', '604-8054', 350, 3_200],
  ]),
  SG: of('SG', [['Tanjong Pagar Hawker Centre', '5814', 'Singapore', '088443', 5, 36]]),
  TH: of('TH', [['Chao Phraya Night Market', '5999', 'Bangkok', '10120', 90, 2_400]]),
};

/** Shops on the net, in the currency of the country they charge in. */
export const webShops: Partial<Record<CountryCode, Merchants>> & { GB: Merchants } = {
  GB: of('GB', [
    ['Parcelwing', '4215', 'London', 'EC1A 1BB', 4, 62],
    ['Fernhill Home', '5999', 'Manchester', 'M1 1AE', 12, 240],
    ['Lumen Broadband', '4814', 'London', 'W1A 1AA', 24, 46],
    ['Streamhouse', '4899', 'London', 'W12 7FA', 8, 18],
    ['Northern Rail Tickets', '4112', 'York', 'YO24 1AB', 8, 130],
    ['Inkwell Stationers', '5942', 'Sheffield', 'S1 2HH', 5, 74],
    ['Deliverly', '5812', 'London', 'EC2V 7HN', 14, 58],
  ]),
  IE: of('IE', [
    ['Cloudberry Hosting', '7372', 'Dublin', 'D02 AF30', 9, 380],
    ['Meridian Air', '4511', 'Dublin', 'K67 X5N2', 38, 460],
  ]),
  FR: of('FR', [['Trains du Littoral', '4112', 'Paris', '75012', 15, 180]]),
  DE: of('DE', [
    ['Werkzeugversand Lahn', '5200', 'Marburg', '35037', 15, 290],
    ['Tonspur Musik', '5815', 'Berlin', '10999', 8, 15],
  ]),
  SE: of('SE', [['Norrsken Kläder', '5651', 'Stockholm', '111 57', 220, 2_400]]),
  US: of('US', [
    ['Slatecloud', '7372', 'San Francisco', '94107', 5, 490],
    ['Appfoundry', '5815', 'Cupertino', '95014', 1, 30],
    ['Redwood Computers', '5045', 'San Jose', '95110', 40, 1_900],
  ]),
  AU: of('AU', [['Coastline Surf Online', '5999', 'Sydney', '2000', 25, 260]]),
  JP: of('JP', [['Hibari Stationery', '5942', 'Tokyo', '101-0051', 1_200, 9_800]]),
};

export const hotels: Merchants = [
  ...of('DE', [['Hotel am Elbufer', '7011', 'Hamburg', '20457', 110, 480]]),
  ...of('FR', [['Hôtel des Remparts', '7011', 'Lyon', '69005', 95, 390]]),
  ...of('GB', [['The Aire Hotel', '7011', 'Leeds', 'LS1 4AX', 85, 320]]),
  ...of('US', [['Cedar Creek Lodge', '7011', 'Denver', '80202', 130, 520]]),
];

/** Where money is held before the price is known. */
export const rentals: Merchants = of('ES', [['Ruta Car Hire', '7512', 'Málaga', '29004', 180, 900]]);

export const machines: Partial<Record<CountryCode, Merchants>> & { GB: Merchants } = {
  GB: of('GB', [
    ['Linkpoint Cash Headrow', '6011', 'Leeds', 'LS1 8TL', 10, 300],
    ['Linkpoint Cash Mare Street', '6011', 'London', 'E8 3RE', 10, 300],
  ]),
  FR: of('FR', [['Distributeur Crédit Ponant', '6011', 'Lyon', '69002', 20, 200]]),
  DE: of('DE', [['Geldautomat Sparhaus', '6011', 'Berlin', '10178', 20, 400]]),
  PL: of('PL', [['Bankomat Rynek', '6011', 'Kraków', '31-042', 100, 1_500]]),
  US: of('US', [['Alamo ATM 0417', '6011', 'Austin', '78701', 20, 400]]),
  AU: of('AU', [['Yarra Cash', '6011', 'Melbourne', '3000', 20, 400]]),
  SE: of('SE', [['Kontanten Centralen', '6011', 'Göteborg', '411 03', 200, 3_000]]),
  TH: of('TH', [['Siam Bank ATM', '6011', 'Bangkok', '10330', 1_000, 20_000]]),
};

export const special = {
  wallet: of('IE', [['Pocketful Top-up', '6540', 'Dublin', 'D04 E5W7', 10, 400]])[0],
  payout: of('GB', [['Pocketful Payout', '6012', 'London', 'EC3V 9BJ', 15, 600]])[0],
  bureau: of('TR', [['Galata Döviz', '6010', 'İstanbul', '34420', 1_000, 8_000]])[0],
  coins: of('US', [['Coinharbor', '6051', 'San Francisco', '94105', 50, 900]])[0],
  betting: of('GB', [['Longshot Betting', '7995', 'London', 'SW1A 2DD', 10, 200]])[0],
  embargoed: of('TR', [['Karadeniz Denizcilik', '5999', 'Trabzon', '61030', 400, 9_000]])[0],
  subscription: of('GB', [['Streamhouse', '4899', 'London', 'W12 7FA', 11.99, 11.99]])[0],
  clinic: of('GB', [['Albion Street Surgery', '8011', 'Leeds', 'LS2 8JU', 20, 180]])[0],
  taxi: of('GB', [['Pennine Cars', '4121', 'Leeds', 'LS1 4BG', 7, 46]])[0],
} as const;

const everyMerchant = [shops, webShops, machines].flatMap((lists) => Object.values(lists).flat());

export function merchantNamedOrThrow(name: string): SeedMerchant {
  const merchant = [...everyMerchant, ...hotels, ...rentals].find((candidate) => candidate.name === name);
  if (!merchant) throw new Error(`No merchant is named ${name}`);
  return merchant;
}
