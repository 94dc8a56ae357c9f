import 'server-only';

/** Longer texts are not tried: time grows with the length. */
const longestText = 200;
const longestPattern = 1000;
/** So many open-ended repeats may follow one another: a text of 200 characters is then tried in milliseconds. */
const mostOpenRepeats = 3;
/** A repeat this wide counts as open-ended. */
const wide = 20;

/** Says whether a text has the wanted form; undefined where it cannot be said. */
export type TextTest = (text: string) => boolean | undefined;

/**
 * A pattern from outside, made for Java. One that does not compile, that JavaScript would read otherwise, or that may
 * take long is not run: Wise checks by itself what it is sent.
 */
export function compilePattern(source: string): TextTest | undefined {
  if (source.length > longestPattern || hasNestedClass(source) || mayTakeLong(source)) return undefined;
  const pattern = compile(source, 'u') ?? (hasJavaEscape(source) ? undefined : compile(source, ''));
  return pattern && ((text) => (text.length > longestText ? undefined : pattern.test(text)));
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** Without the flag `u` JavaScript takes these for plain letters. */
const hasJavaEscape = (source: string): boolean => /\\[pPAzZQEhHRGXN]/.test(source);
/** JavaScript reads the inner bracket, or the sign of an intersection, as a character. */
const hasNestedClass = (source: string): boolean => /&&|\[(?:\\.|[^\]\\])*(?<!\\)\[/.test(source);

interface Group {
  /** A repeat or an alternative stands in it, so that it can match one text in several ways. */
  isLoose: boolean;
  /** How many open-ended repeats it may run through. */
  openRepeats: number;
}

const newGroup = (): Group => ({ isLoose: false, openRepeats: 0 });

/**
 * Can it need a time that grows beyond measure with the text? So do repeated groups that are loose inside, back
 * references, and many open-ended repeats in a row. Errs on the careful side.
 */
function mayTakeLong(source: string): boolean {
  const groups: Group[] = [newGroup()];
  let closed: Group | undefined;
  for (const [token, upTo] of source.matchAll(tokens)) {
    const group = groups.at(-1);
    if (!group || /^\\(?:[1-9]|k<)/.test(token)) return true;
    const before = closed;
    closed = undefined;
    if (token.startsWith('(')) groups.push(newGroup());
    else if (token === ')') {
      closed = groups.pop();
      const outer = groups.at(-1);
      if (outer && closed) {
        // What is loose inside makes what is around it loose as well.
        outer.isLoose ||= closed.isLoose;
        outer.openRepeats += closed.openRepeats;
      }
    } else if (token === '|') group.isLoose = true;
    else if (isRepeat(token)) {
      const most = mostOf(token, upTo);
      if (before?.isLoose && most > 5) return true;
      if (most >= wide) group.openRepeats++;
      else if (before) group.openRepeats += before.openRepeats * Math.max(0, most - 1);
      group.isLoose ||= isLoose(token, upTo);
    }
  }
  return (groups[0]?.openRepeats ?? 0) > mostOpenRepeats;
}

const tokens =
  /\\(?:k<|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+?]\??|\{\d+(,\d*)?\}\??|./gs;
const isRepeat = (token: string): boolean => /^(?:[*+?]|\{\d)/.test(token) && token !== '{';
const isLoose = (token: string, upTo: string | undefined): boolean =>
  !token.startsWith('{') || upTo !== undefined;

function mostOf(token: string, upTo: string | undefined): number {
  if (token.startsWith('?')) return 1;
  if (!token.startsWith('{')) return Number.POSITIVE_INFINITY;
  if (upTo === ',') return Number.POSITIVE_INFINITY;
  return Number((upTo ?? token).replace(/\D/g, ''));
}
