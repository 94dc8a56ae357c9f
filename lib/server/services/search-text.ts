import 'server-only';

/** As a person may type it: lower case, without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** For LIKE: the person's own wildcards are letters. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/** Wise writes instants in UTC with up to nine digits; padded to nine they compare as text. */
export function padInstant(instant: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(instant);
  if (!match) return padInstant(new Date(instant).toISOString());
  return `${match[1]}.${(match[2] ?? '').padEnd(9, '0')}Z`;
}
