import { Kbd } from '@/components/ui/kbd';
import { countOfView } from '@/lib/client/batch-groups/rows-view';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';

interface GridFootProps {
  group: BatchGroupDetail;
  isSaved: boolean;
  mayChange: boolean;
}

export function GridFoot({ group, isSaved, mayChange }: GridFootProps) {
  const toMend = countOfView(group.rows, 'to-mend');
  return (
    <footer
      data-print="no"
      className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2"
    >
      <span role="status">
        {!isSaved
          ? 'Saving what you changed'
          : toMend > 0
            ? `${countOf(toMend, 'row is', 'rows are')} to be mended or left out`
            : 'Nothing is to be mended'}
      </span>
      <span className="ml-auto flex items-center gap-3.5 max-narrow:hidden">
        <span>
          <Kbd>N</Kbd> next to mend
        </span>
        {mayChange && (
          <span>
            <Kbd>Enter</Kbd> edit
          </span>
        )}
        {mayChange && group.status === 'RUNNING' && (
          <span>
            <Kbd>Space</Kbd> pause
          </span>
        )}
      </span>
    </footer>
  );
}
