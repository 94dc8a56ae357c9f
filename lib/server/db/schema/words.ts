/** How the store and those who search in it cut a text into words: at blanks and at what is neither letter nor digit in ASCII. */
export const separators = '\\x01-/:-@\\[-`{-\\x7f';

/** Letters that are found without their accent too. */
const accented: Record<string, string> = {
  a: 'àáâãäåā',
  c: 'çćč',
  e: 'èéêëēėę',
  i: 'ìíîïī',
  n: 'ñńň',
  o: 'òóôõöøō',
  s: 'śšş',
  u: 'ùúûüūů',
  y: 'ýÿ',
  z: 'źżž',
};
const pairs = Object.entries(accented).flatMap(([plain, letters]) =>
  [...letters, ...letters.toUpperCase()].map((letter) => [letter, plain] as const),
);
export const accents = {
  from: pairs.map(([letter]) => letter).join(''),
  to: pairs.map(([, plain]) => plain).join(''),
};

/** Characters of a text that are searched. */
export const longestTerm = 100;
