/** Who may know a code that compliance classifies, in a few words and in a sentence. */
export const codeLevels = ['tell', 'neutral', 'cover', 'restricted'] as const;
export type CodeLevel = (typeof codeLevels)[number];
export const levelWords: Record<CodeLevel, { name: string; effect: string }> = {
  tell: { name: 'May be told', effect: 'Staff read it, and say its words to the customer.' },
  neutral: {
    name: 'Neutral words only',
    effect: 'Staff read it. The customer hears the one neutral sentence.',
  },
  cover: {
    name: 'Not disclosed, as cover',
    effect: 'Compliance alone reads it. Nothing in it is grave: it keeps grave ones from standing out.',
  },
  restricted: {
    name: 'Restricted',
    effect: 'Compliance alone reads it, and who opens a case of it is recorded.',
  },
};

/** A longer code stays as restricted as it comes. */
export const longestCode = 100;
/** Characters of what is written about a code. */
export const longestWords = {
  title: 80,
  happened: 300,
  cause: 300,
  next: 300,
  retryText: 200,
  say: 400,
} as const;
