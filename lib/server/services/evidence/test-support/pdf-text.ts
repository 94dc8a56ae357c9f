import { inflateSync } from 'node:zlib';

/** What each page of a document made by `Paper` says, in the order it was written. */
export function readPdfPages(pdf: Uint8Array): string[] {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm))
    objects.set(id, body);
  const follow = (body: string, name: string) => objects.get(refOf(body, name)) ?? '';
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const names = follow(page, 'Resources').matchAll(/\/(F\d+) (\d+) 0 R/g);
      const letters = new Map(
        [...names].map(([, name = '', id = '']) => [
          name,
          readLetters(streamOf(follow(objects.get(id) ?? '', 'ToUnicode'))),
        ]),
      );
      return readText(streamOf(follow(page, 'Contents')), letters);
    });
}

const refOf = (body: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';

function streamOf(body: string): string {
  const content = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? '';
  const bytes = Buffer.from(content, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** By glyph: the ranges of pdfkit name each glyph's letters one by one. */
function readLetters(map: string): string[] {
  const letters: string[] = [];
  for (const [, from = '0', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, codes = ''], place) => {
      const hex = codes.replaceAll(' ', '');
      letters[Number.parseInt(from, 16) + place] = Buffer.from(hex, 'hex').swap16().toString('utf16le');
    });
  return letters;
}

function readText(content: string, letters: Map<string, string[]>): string {
  let font = '';
  const lines: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (name) font = name;
    const glyphs = [...(shown ?? '').matchAll(/<(\w*)>/g)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    if (shown)
      lines.push(glyphs.map((glyph) => letters.get(font)?.[Number.parseInt(glyph, 16)] ?? '').join(''));
  }
  return lines.join('\n');
}
