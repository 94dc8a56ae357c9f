'use client';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { ApprovalDetail } from '@/lib/contracts/approvals';
import { formatDetailTime } from '@/lib/format/times';

export function DecisionsSoFar({ decisions }: Pick<ApprovalDetail, 'decisions'>) {
  const timeZone = useTimeZone();
  if (decisions.length === 0) return null;
  return (
    <section className="mx-(--gutter) border-t border-line pt-3 pb-3">
      <h3>Who decided</h3>
      <ul className="mt-1 grid gap-1.5">
        {decisions.map(({ at, by, decision, doesCount, note }) => (
          <li key={by}>
            <span className="font-label">{by}</span> {decision === 'approved' ? 'agreed' : 'refused'},{' '}
            <time dateTime={at}>{formatDetailTime(at, timeZone)}</time>
            {!doesCount && (
              <span className="block text-warn">
                May not approve this any more: it no longer counts, somebody else agrees instead.
              </span>
            )}
            {note !== null && <span className="block text-ink-2">“{note}”</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
