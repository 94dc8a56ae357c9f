import { type CaseState, caseStateWords, type Severity, severityWords } from '@/lib/catalogues/decline-desk';
import type { Mark, StatusLook, Tone } from '@/lib/catalogues/statuses';
import type { CaseEntry, DeskCase } from '@/lib/contracts/cases';

const looks: Record<CaseState, { tone: Tone; mark: Mark }> = {
  waiting: { tone: 'warn', mark: 'waits' },
  taken: { tone: 'busy', mark: 'moving' },
  closed: { tone: 'quiet', mark: 'over' },
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
  if (kind === 'decided') return { tone: 'good', mark: 'works' };
  if (kind === 'reopened') return { tone: 'warn', mark: 'came-back' };
  return kind === 'note' ? { tone: 'quiet', mark: 'not-begun' } : { tone: 'busy', mark: 'moving' };
}

/** What happened, in one sentence. */
export function textOfEntry({ by, kind, severity, to }: CaseEntry): string {
  const who = by ?? 'The console';
  switch (kind) {
    case 'opened':
      return `Opened by a rule${severity ? `, severity ${severityWords[severity].toLowerCase()}` : ''}`;
    case 'taken':
      return `${who} took it`;
    case 'handed-over':
      return `${who} handed it to ${to ?? 'somebody'}`;
    case 'note':
      return `${who} wrote`;
    case 'decided':
      return `${who} closed it`;
    case 'reopened':
      return `${who} opened it again`;
  }
}
