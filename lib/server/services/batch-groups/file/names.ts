import 'server-only';
import { faultOf, type RowFault } from './faults.ts';

const field = 'name';
/** Wise: what a name may consist of. */
const notTaken = /[^0-9A-Za-zÀ-ÖØ-öø-ÿ\-_()'*,.\s]/gu;

/**
 * Wise: a person has two words of more than one letter and no digits; a business may have one word.
 * @param receiver undefined where nobody said yet who it is
 */
export function checkName(
  name: string,
  receiver: 'person' | 'institution' | undefined,
): RowFault | undefined {
  if (name === '') return faultOf(field, 'name_missing', {});
  const characters = [...new Set(name.match(notTaken))];
  if (characters.length > 0) return faultOf(field, 'name_characters', { characters }, suggestLatin(name));
  const letters = name.match(/[0-9A-Za-zÀ-ÖØ-öø-ÿ]/gu)?.length ?? 0;
  if (letters < 2) return faultOf(field, 'name_one_letter', {});
  if (receiver !== 'person') return undefined;
  if (/\d/.test(name)) return faultOf(field, 'name_digits', {});
  const words = name.split(/\s+/).filter((word) => (word.match(/[A-Za-zÀ-ÖØ-öø-ÿ]/gu)?.length ?? 0) > 1);
  return words.length < 2 ? faultOf(field, 'name_two_words', {}) : undefined;
}

/** Letters that do not come apart into a Latin letter and its mark. */
const latin: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  ẞ: 'SS',
  '&': 'and',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
};

function suggestLatin(name: string): string[] {
  const written = name.replace(
    notTaken,
    (character) => latin[character] ?? character.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  return written.search(notTaken) === -1 && written.trim() !== '' ? [written] : [];
}

/** For finding the same name again, never for deciding whom to pay. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
