'use client';
import { Kbd } from '@/components/ui/kbd';
import { UrlLink } from '@/components/ui/url-link';
import { type AuditState, hrefForAudit } from '@/lib/client/audit/audit-state';
import { formatCount } from '@/lib/format/counts';
import { formatDetailTime, zoneLabel } from '@/lib/format/times';
import type { AuditList } from './audit-table';

interface AuditFootProps {
  state: AuditState;
  list: AuditList | undefined;
  timeZone: string;
}

export function AuditFoot({ state, list, timeZone }: AuditFootProps) {
  const first = list?.items[0]?.sequence;
  const last = list?.items.at(-1)?.sequence;
  return (
    <footer className="sticky bottom-0 max-narrow:static print:static flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line bg-surface px-(--gutter) max-narrow:py-2 text-meta text-ink-2 tabular">
      <span>
        {list && list.items.length > 0
          ? `${formatCount(list.items.length)} of ${formatCount(list.total ?? list.items.length)}, rows ${first}–${last}, newest first`
          : 'No rows'}
      </span>
      <nav aria-label="Pages" data-print="no" className="flex items-center gap-3">
        {state.cursor !== '' && (
          <PageLink href={hrefForAudit({ ...state, cursor: '', row: '' })}>Newest rows</PageLink>
        )}
        {list && list.nextCursor !== null && (
          <PageLink href={hrefForAudit({ ...state, cursor: list.nextCursor, row: '' })}>Older rows</PageLink>
        )}
      </nav>
      <span data-print="no" className="flex gap-3 text-ink-3 max-wide:hidden">
        <span className="flex items-center gap-1">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> move
        </span>
        <span className="flex items-center gap-1">
          <Kbd>Enter</Kbd> details
        </span>
      </span>
      <span className="ml-auto">
        {list && (
          <span className="hidden print:inline">As of {formatDetailTime(list.asOf, timeZone)} · </span>
        )}
        Times in {zoneLabel(timeZone)}
      </span>
    </footer>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <UrlLink
      href={href}
      onClick={() => window.scrollTo({ top: 0 })}
      className="inline-flex min-h-6 items-center"
    >
      {children}
    </UrlLink>
  );
}
