import { Mark, toneText } from '@/components/ui/mark';
import { type BatchRowState, lookOfBatchRowState } from '@/lib/catalogues/batch-statuses';
import { minutesLeft, paceOf } from '@/lib/client/batch-groups/group-acts';
import { countOfState, totalRows } from '@/lib/client/batch-groups/rows-view';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';

const fills: readonly [BatchRowState, string][] = [
  ['in-group', 'bg-good'],
  ['sending', 'bg-busy'],
  ['asking-wise', 'bg-warn'],
  ['held-back', 'held-fill'],
  ['refused', 'bg-bad'],
];
const counted: readonly BatchRowState[] = [
  'in-group',
  'sending',
  'waiting',
  'held-back',
  'refused',
  'asking-wise',
  'left-out',
];

/** A bar in segments, and beneath it what each stands for. Rows that are left out are nobody's to wait for. */
export function RunProgress({ group }: { group: BatchGroupDetail }) {
  const { origin, rows } = group;
  const total = totalRows(rows) - rows.leftOut;
  if (origin === 'wise' || totalRows(rows) === 0) return null;
  const pace = wordsOfPace(group);
  return (
    <section aria-label="Progress" className="flex-none border-b border-line px-(--gutter) pt-3 pb-3.5">
      <p className="mb-[7px] flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-strong">
          {formatCount(rows.inGroup)} of {countOf(total, 'row')} {total === 1 ? 'is' : 'are'} in the group
        </span>
        {pace !== '' && <span className="text-ink-2 tabular">{pace}</span>}
      </p>
      <div
        role="progressbar"
        aria-label="Rows in the group"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={rows.inGroup}
        className="flex h-2.5 gap-px overflow-hidden rounded-sm bg-line-soft"
      >
        {fills
          .filter(([state]) => countOfState(rows, state) > 0)
          .map(([state, fill]) => (
            <span
              key={state}
              className={`min-w-0.5 ${fill}`}
              style={{ width: `${(countOfState(rows, state) / Math.max(1, total)) * 100}%` }}
            />
          ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-y-2 max-narrow:grid max-narrow:grid-cols-3">
        {counted
          .filter((state) => state === 'in-group' || countOfState(rows, state) > 0)
          .map((state) => {
            const { mark, tone, word } = lookOfBatchRowState(state);
            return (
              <li
                key={state}
                className="mr-5 border-r border-line-soft pr-5 last:border-r-0 max-narrow:mr-0 max-narrow:border-r-0 max-narrow:pr-2"
              >
                <b className="block text-head font-strong tabular">
                  {formatCount(countOfState(rows, state))}
                </b>
                <span className={`status-mark text-meta ${toneText[tone]}`}>
                  <Mark mark={mark} />
                  {word}
                </span>
              </li>
            );
          })}
      </ul>
    </section>
  );
}

function wordsOfPace(group: BatchGroupDetail): string {
  const { rows, status } = group;
  if (status === 'PAUSED') return 'Paused: rows in hand are finished, the others wait.';
  if (status === 'OPEN' && rows.waiting > 0) return `${countOf(rows.waiting, 'row is', 'rows are')} ready.`;
  if (status !== 'RUNNING') return '';
  const pace = paceOf(group);
  const minutes = minutesLeft(group);
  if (pace === null || minutes === null) return 'You can leave this page.';
  const left = minutes < 1 ? 'under a minute left' : `about ${Math.ceil(minutes)} min left`;
  return `${countOf(pace, 'row')} a minute, ${left}. You can leave this page.`;
}
