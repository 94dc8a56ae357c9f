import 'server-only';
import { join } from 'node:path';
import { openSync } from 'fontkit';

const folder = join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
export const fonts = {
  regular: join(folder, '400Regular/Inter_400Regular.ttf'),
  strong: join(folder, '600SemiBold/Inter_600SemiBold.ttf'),
};

let known: Set<number> | undefined;

function knownLetters(): Set<number> {
  if (known) return known;
  const font = openSync(fonts.regular);
  if (!('characterSet' in font)) throw new Error('The font of documents is a collection');
  known = new Set(font.characterSet);
  return known;
}

/** What the font has no letter for is named by its code point, so that nothing vanishes: `[U+6771]`. */
export function printable(text: string): string {
  const letters = knownLetters();
  return Array.from(text.normalize('NFC'), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return letter === '\n' || letters.has(code)
      ? letter
      : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
