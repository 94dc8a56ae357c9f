import { type CaseState, caseStateWords, type Severity, severityWords } from '@/lib/catalogues/decline-desk';
import type { Mark, StatusLook, Tone } from '@/lib/catalogues/statuses';
import type { CaseEntry, DeskCase } from '@/lib/contracts/cases';
import { countOf } from '@/lib/format/counts';

const looks: Record<CaseState, { tone: Tone; mark: Mark }> = {
  waiting: { tone: 'warn', mark: 'waits' },
  taken: { tone: 'busy', mark: 'moving' },
  'second-reader': { tone: 'warn', mark: 'waits' },
  closed: { tone: 'quiet', mark: 'over' },
  merged: { tone: 'quiet', mark: 'over' },
};

export const lookOfCase = ({ state }: Pick<DeskCase, 'state'>): StatusLook => ({
  word: caseStateWords[state],
  ...looks[state],
});

export const toneOfSeverity: Record<Severity, Tone> = {
  low: 'quiet',
  medium: 'quiet',
  high: 'warn',
  critical: 'bad',
};

/** `due in 3 h`, `2 h late`. */
export function wordsOfDue({ closedAt, dueAt }: Pick<DeskCase, 'closedAt' | 'dueAt'>, now: Date): string {
  if (closedAt !== null) return 'closed';
  const minutes = Math.round((Date.parse(dueAt) - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const length =
    size < 60
      ? `${size} min`
      : size < 48 * 60
        ? `${Math.round(size / 60)} h`
        : `${Math.round(size / 1440)} d`;
  return minutes < 0 ? `${length} late` : `due in ${length}`;
}

export function markOfEntry({ kind }: Pick<CaseEntry, 'kind'>): { tone: Tone; mark: Mark } {
  if (kind === 'decided' || kind === 'agreed') return { tone: 'good', mark: 'works' };
  if (kind === 'put-to-reader') return { tone: 'warn', mark: 'waits' };
  if (kind === 'held') return { tone: 'warn', mark: 'paused' };
  if (kind === 'reopened' || kind === 'disagreed') return { tone: 'warn', mark: 'came-back' };
  return kind === 'note' ? { tone: 'quiet', mark: 'not-begun' } : { tone: 'busy', mark: 'moving' };
}

/** What happened, in one sentence. */
export function textOfEntry({ by, count, kind, mentions, severity, to }: CaseEntry): string {
  const who = by ?? 'The console';
  switch (kind) {
    case 'opened':
      return `Opened by a rule${severity ? `, severity ${severityWords[severity].toLowerCase()}` : ''}`;
    case 'taken':
      return `${who} took it`;
    case 'handed-over':
      return `${who} handed it to ${to ?? 'somebody'}`;
    case 'note':
      return mentions.length > 0 ? `${who} wrote to ${mentions.join(' and ')}` : `${who} wrote`;
    case 'decided':
      return `${who} closed it`;
    case 'put-to-reader':
      return `${who} decided it, a second reader looks next`;
    case 'agreed':
      return `${who} agreed, and it is closed`;
    case 'disagreed':
      return `${who} disagreed, and it is open again`;
    case 'held':
      return `Compliance holds the card, ${who} answers for it`;
    case 'linked':
      return `${who} linked ${countOf(count ?? 0, 'transaction')}`;
    case 'unlinked':
      return `${who} took a transaction out`;
    case 'merged':
      return count === null
        ? `${who} merged it into another case`
        : `${who} merged ${countOf(count, 'case')} into it`;
    case 'reopened':
      return `${who} opened it again`;
  }
}
