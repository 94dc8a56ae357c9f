import type { StatusLook } from '@/lib/catalogues/statuses';
import type { AuditRow } from '@/lib/contracts/audit';

const begun: StatusLook = { word: 'Begun', tone: 'quiet', mark: 'not-begun' };
const recorded: StatusLook = { word: 'Recorded', tone: 'quiet', mark: 'works' };
export const outcomeLooks: Record<NonNullable<AuditRow['outcome']>, StatusLook> = {
  succeeded: { word: 'Done', tone: 'good', mark: 'works' },
  failed: { word: 'Failed', tone: 'bad', mark: 'no' },
  unknown: { word: 'Not known yet', tone: 'warn', mark: 'unknown' },
};
const foundOut: Record<NonNullable<AuditRow['outcome']>, StatusLook> = {
  succeeded: { word: 'Found out later: done', tone: 'good', mark: 'works' },
  failed: { word: 'Found out later: not done', tone: 'bad', mark: 'no' },
  unknown: { word: 'Could not be found out', tone: 'warn', mark: 'unknown' },
};

export function lookOfOutcome({ phase, outcome }: Pick<AuditRow, 'phase' | 'outcome'>): StatusLook {
  if (outcome === null) return phase === 'intent' ? begun : recorded;
  return phase === 'reconciled' ? foundOut[outcome] : outcomeLooks[outcome];
}

export const phaseWords: Record<AuditRow['phase'], string> = {
  intent: 'Written before the act',
  outcome: 'Written after the act',
  reconciled: 'Written once reading Wise told the outcome',
  event: 'Written as it happened',
};
