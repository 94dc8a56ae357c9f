import type { Choice } from './countries.ts';

interface Bank extends Choice {
  branches: readonly Choice[];
}

const bank = (key: string, name: string, ...branches: [string, string][]): Bank => ({
  key,
  name,
  branches: branches.map(([code, place]) => ({ key: code, name: place })),
});

/** A few of each country's. Where branches are listed, an account is of one of them. */
const banks: Record<string, readonly Bank[]> = {
  BRL: [
    bank(
      '001',
      'Banco do Brasil',
      ['0001', 'Brasília'],
      ['1824', 'São Paulo – Paulista'],
      ['3477', 'Recife'],
    ),
    bank('104', 'Caixa Econômica Federal', ['0012', 'Rio de Janeiro'], ['0647', 'Curitiba']),
    bank('237', 'Bradesco', ['0265', 'Osasco'], ['2374', 'Salvador'], ['3381', 'Porto Alegre']),
    bank('341', 'Itaú Unibanco', ['0136', 'São Paulo – Centro'], ['7062', 'Belo Horizonte']),
    bank('260', 'Nu Pagamentos', ['0001', 'Agência única']),
  ],
  HKD: [
    bank('003', 'Standard Chartered Bank (Hong Kong)'),
    bank('004', 'HSBC'),
    bank('012', 'Bank of China (Hong Kong)'),
    bank('024', 'Hang Seng Bank'),
  ],
  IDR: [
    bank('002', 'Bank Rakyat Indonesia'),
    bank('008', 'Bank Mandiri'),
    bank('009', 'Bank Negara Indonesia'),
    bank('014', 'Bank Central Asia'),
  ],
  JPY: [
    bank('0001', 'Mizuho Bank', ['001', 'Tokyo Chuo'], ['110', 'Marunouchi Chuo'], ['240', 'Shibuya']),
    bank('0005', 'MUFG Bank', ['001', 'Head Office'], ['135', 'Shinjuku'], ['502', 'Nagoya']),
    bank('0009', 'Sumitomo Mitsui Banking', ['101', 'Osaka Honten'], ['259', 'Ginza']),
    bank('0033', 'PayPay Bank', ['001', 'Honten'], ['002', 'Suzume']),
  ],
  KRW: [
    bank('004', 'Kookmin Bank'),
    bank('011', 'NongHyup Bank'),
    bank('020', 'Woori Bank'),
    bank('081', 'Hana Bank'),
    bank('088', 'Shinhan Bank'),
  ],
  SGD: [
    bank('7171', 'DBS Bank'),
    bank('7339', 'OCBC Bank'),
    bank('7375', 'United Overseas Bank'),
    bank('9496', 'Standard Chartered Bank (Singapore)'),
  ],
  ZAR: [
    bank('ABSAZAJJ', 'Absa Bank'),
    bank('FIRNZAJJ', 'First National Bank'),
    bank('NEDSZAJJ', 'Nedbank'),
    bank('SBZAZAJJ', 'Standard Bank'),
  ],
};

export const bankChoices = (currency: string): Choice[] =>
  (banks[currency] ?? []).map(({ key, name }) => ({ key, name }));

export const branchChoices = (currency: string, bankCode: string): readonly Choice[] =>
  banks[currency]?.find(({ key }) => key === bankCode)?.branches ?? [];
