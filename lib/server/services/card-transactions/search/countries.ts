import 'server-only';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const countries = letters
  .flatMap((first) => letters.map((second) => first + second))
  .flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [{ code, name }];
  });

/** By its code or its name; undefined for what is neither. */
export function nameOfCountry(written: string): string | undefined {
  const asked = written.trim().toLowerCase();
  return countries.find(({ code, name }) => code.toLowerCase() === asked || name.toLowerCase() === asked)
    ?.name;
}

/** Wise: deliveries and the API write a merchant's country as a code or as a name. Either finds both. */
export function writingsOf(country: string): string[] {
  const asked = country.trim().toLowerCase();
  const known = countries.filter(
    ({ code, name }) => code.toLowerCase() === asked || name.toLowerCase() === asked,
  );
  return [...new Set([country, ...known.flatMap(({ code, name }) => [code, name])])];
}
