import 'server-only';

/**
 * The line in which the first cell with a misplaced quotation mark begins: a mark that is never closed swallows the
 * rest of the file, so the line where parsing stopped tells a person nothing.
 */
export function lineOfBrokenQuote(text: string, delimiter: string): number | undefined {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const began = line;
    if (text[at] === '"') {
      at++;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        if (text[at] === '\n') line++;
        at += text[at] === '"' ? 2 : 1;
      }
      if (at >= text.length) return began;
      at++;
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n') return began;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') {
        if (text[at] === '"') return began;
        at++;
      }
    }
    if (text[at] === '\n') line++;
    at++;
  }
  return undefined;
}
