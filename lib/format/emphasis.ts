const emphases = ['strong', 'positive', 'negative', 'strikethrough'] as const;
export type Emphasis = (typeof emphases)[number];

/** Words in one look. */
export interface EmphasisedRun {
  text: string;
  emphases: readonly Emphasis[];
}

const tagPattern = /(<\/?(?:strong|positive|negative|strikethrough)>)/i;
const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Once and no more: `&amp;lt;` is the text `&lt;`. What is no character stays as it was written. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Wise's texts with their four tags of emphasis, as runs of plain text. All other markup is text like any other: whoever
 * shows the runs as text shows it harmlessly. A tag that is never closed lasts to the end; one that closes nothing is text.
 */
export function readEmphasis(text: string): EmphasisedRun[] {
  const open = new Map<Emphasis, number>();
  const runs: EmphasisedRun[] = [];
  const add = (raw: string) => {
    const decoded = decodeEntities(raw);
    if (decoded === '') return;
    const active = emphases.filter((name) => (open.get(name) ?? 0) > 0);
    const last = runs.at(-1);
    if (last && last.emphases.join() === active.join()) last.text += decoded;
    else runs.push({ text: decoded, emphases: active });
  };
  for (const part of text.split(tagPattern)) {
    const name = emphases.find((known) => tagPattern.test(part) && part.toLowerCase().endsWith(`${known}>`));
    if (!name) {
      add(part);
      continue;
    }
    const depth = open.get(name) ?? 0;
    if (!part.startsWith('</')) open.set(name, depth + 1);
    else if (depth > 0) open.set(name, depth - 1);
    else add(part);
  }
  return runs;
}

/** The words without any emphasis. */
export const plainWords = (text: string): string =>
  readEmphasis(text)
    .map((run) => run.text)
    .join('');

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Of a text only what stands out in it, strong as before: the name, not what is said of it. */
export function keepStrongWords(text: string): string {
  const words = readEmphasis(text)
    .filter((run) => run.emphases.includes('strong'))
    .map((run) => run.text)
    .join('');
  return words === '' ? '' : `<strong>${escape(words)}</strong>`;
}
