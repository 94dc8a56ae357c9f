import { Kbd } from '@/components/ui/kbd';
import { formatCount } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';

interface FootProps {
  shown: number;
  total: number | undefined;
  timeZone: string;
}

export function Foot({ shown, total, timeZone }: FootProps) {
  return (
    <footer className="flex min-h-[38px] flex-none items-center gap-3.5 border-t border-line px-(--gutter) text-meta text-ink-2 tabular">
      <span>{shown === 0 ? 'No rows' : `1–${formatCount(shown)} of ${formatCount(total ?? shown)}`}</span>
      <span data-print="no" className="flex gap-3 text-ink-3 max-wide:hidden">
        <span className="flex items-center gap-1">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> move
        </span>
        <span className="flex items-center gap-1">
          <Kbd>Enter</Kbd> open
        </span>
        <span className="flex items-center gap-1">
          <Kbd>X</Kbd> choose
        </span>
        <span className="flex items-center gap-1">
          <Kbd>?</Kbd> all keys
        </span>
      </span>
      <span className="ml-auto flex items-center gap-2">
        {total !== undefined && shown < total && (
          <span className="max-narrow:hidden">Rows load as you scroll&ensp;·</span>
        )}
        <span>Times in {zoneLabel(timeZone)}</span>
      </span>
    </footer>
  );
}
