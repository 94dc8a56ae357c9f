'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ColumnsMenu } from '@/components/data-table/columns-menu';
import { LiveMark } from '@/components/feedback/live-mark';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import {
  type CardListState,
  countFilters,
  fixedColumns,
  usualColumns,
  withValues,
} from '@/lib/client/cards/list-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import type { CardList } from '@/lib/contracts/cards';
import { countOf } from '@/lib/format/counts';
import { cardColumns } from './columns';
import { MoreMenu } from './more-menu';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });

interface ListHeaderProps {
  state: CardListState;
  head: CardList | undefined;
  onChoose: (next: CardListState) => void;
}

export function ListHeader({ state, head, onChoose }: ListHeaderProps) {
  const mayExport = useCan('cards.export');
  const ownBranches = useOwnBranches();
  const [isExporting, setExporting] = useState(false);
  const beginExport = () => setExporting(true);
  useKeys(mayExport ? { e: beginExport } : {});
  return (
    <>
      <PageHeader
        title="Cards"
        titleInTopBar
        aside={head && summaryOf(state, head, ownBranches)}
        actions={
          <>
            <LiveMark asOf={head?.asOf} />
            <ColumnsMenu
              columns={cardColumns}
              fixed={fixedColumns}
              shown={state.columns ?? usualColumns}
              onChoose={(columns) => onChoose({ ...state, columns })}
            />
            {mayExport && (
              <Button
                size="sm"
                icon={<Download />}
                className="max-narrow:hidden"
                onPointerEnter={() => void loadExport()}
                onClick={beginExport}
              >
                Export CSV
              </Button>
            )}
            <MoreMenu state={state} onChoose={onChoose} onExport={mayExport ? beginExport : undefined} />
          </>
        }
      />
      {isExporting && <ExportDialog state={state} rows={head?.total} onClose={() => setExporting(false)} />}
    </>
  );
}

/** The counts are those under the filters, so the whole is only known without any. */
function summaryOf(
  state: CardListState,
  { counts, profiles }: CardList,
  ownBranches: string | undefined,
): string {
  const cards = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    countFilters(withValues(state, 'status', [])) === 0 && countOf(cards, 'card'),
    ownBranches ?? (profiles > 0 && countOf(profiles, 'profile')),
  ]
    .filter(Boolean)
    .join(' · ');
}
