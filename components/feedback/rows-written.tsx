import type { RowsSoFar } from '@/lib/client/download-file';
import { formatCount } from '@/lib/format/counts';

/** How much of a file has come in. */
export function RowsWritten({ soFar: { of, rows } }: { soFar: RowsSoFar }) {
  return (
    <div className="grid gap-1.5">
      {of !== undefined && (
        <div
          role="progressbar"
          aria-label="Rows written"
          aria-valuemin={0}
          aria-valuemax={of}
          aria-valuenow={rows}
          className="h-2.5 overflow-hidden rounded-sm bg-hover"
        >
          <div className="h-full bg-busy" style={{ width: `${(rows / of) * 100}%` }} />
        </div>
      )}
      <p className="tabular text-meta text-ink-2">
        {formatCount(rows)} {of === undefined ? 'rows' : `of ${formatCount(of)} rows`}. If you cancel, nothing
        is kept.
      </p>
    </div>
  );
}
