import 'server-only';
import { caseOutcomeWords, caseStateWords, severityWords } from '../../../../catalogues/decline-desk.ts';
import type { CaseEntry } from '../../../../contracts/cases.ts';
import { formatDay } from '../../../../format/times.ts';
import type { EvidenceCase } from '../evidence.ts';
import type { Paper, PaperColumn } from './paper.ts';

type TimeOf = (iso: string) => string;

export function writeCase(paper: Paper, found: EvidenceCase, timeOf: TimeOf): void {
  const { declineReason, detailedDeclineReason, reason } = found;
  paper.heading('The case');
  paper.facts([
    ['Case', found.id],
    ['State', `${caseStateWords[found.state]}, severity ${severityWords[found.severity].toLowerCase()}`],
    ['Opened', `${timeOf(found.openedAt)}, by ${found.rules.map(({ name }) => `“${name}”`).join(', ')}`],
    ['Due', timeOf(found.dueAt)],
    ['With', found.assignee?.name ?? 'nobody'],
    ...(found.closedAt === null ? [] : ([['Closed', timeOf(found.closedAt)]] as const)),
    ...(found.outcome === null ? [] : ([['Outcome', caseOutcomeWords[found.outcome]]] as const)),
    ...(found.followUpOn === null ? [] : ([['Look again', formatDay(found.followUpOn)]] as const)),
    ['Card', `•••• ${found.lastFourDigits ?? '????'}, token ${found.cardToken}`],
    ['Holder', found.cardHolderName ?? 'not known'],
  ]);
  paper.heading('Why it was declined');
  paper.facts([
    ['Code', [declineReason ?? 'none', detailedDeclineReason].filter(Boolean).join(', in detail ')],
    ['Meaning', found.declineTitle],
    ['What happened', [reason.happened, ...reason.notes].join(' ')],
    ['Cause', reason.cause],
  ]);
  paper.heading('What was decided, and by whom');
  paper.table(entryColumns(timeOf), found.entries);
}

const entryColumns = (timeOf: TimeOf): PaperColumn<CaseEntry>[] => [
  { head: 'At', share: 0.25, value: ({ at }) => timeOf(at) },
  { head: 'By', share: 0.18, value: ({ by }) => by ?? 'The console' },
  { head: 'What', share: 0.57, value: wordsOf },
];

/** What was done, and what they wrote; a kind that is not known here stands as it is called. */
function wordsOf({ followUpOn, kind, outcome, severity, text, to }: CaseEntry): string {
  const said = [
    `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`,
    to === null ? '' : `to ${to}`,
    outcome === null ? '' : caseOutcomeWords[outcome].toLowerCase(),
    severity === null ? '' : `severity ${severityWords[severity].toLowerCase()}`,
    followUpOn === null ? '' : `to be looked at again on ${formatDay(followUpOn)}`,
  ];
  const sentence = said.filter(Boolean).join(', ');
  return text === null ? sentence : `${sentence}\n${text}`;
}
