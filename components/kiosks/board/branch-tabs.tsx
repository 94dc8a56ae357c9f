import clsx from 'clsx';
import { Mark } from '@/components/ui/mark';
import { UrlLink } from '@/components/ui/url-link';
import { hrefOf } from '@/lib/client/url/write-url';
import type { KioskBoard } from '@/lib/contracts/kiosk-board';
import { countOf } from '@/lib/format/counts';

interface BranchTabsProps {
  branches: KioskBoard['branches'];
  current: string;
}

export function BranchTabs({ branches, current }: BranchTabsProps) {
  return (
    <nav aria-label="Branches" className="overflow-x-auto border-b border-line px-(--gutter)">
      <ul className="flex gap-1">
        {branches.map(({ id, kiosks, name, needsHand }) => (
          <li key={id}>
            <UrlLink
              href={hrefOf('/kiosks', { branch: id })}
              aria-current={id === current ? 'page' : undefined}
              className={clsx(
                'relative inline-flex h-9 items-center gap-1.5 px-2.5 whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink hover:no-underline',
                id === current &&
                  'font-strong text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-accent-ink',
              )}
            >
              {name} <span className="text-meta font-normal text-ink-3">{countOf(kiosks, 'kiosk')}</span>
              {needsHand && (
                <>
                  <Mark mark="needs-a-hand" tone="bad" />
                  <span className="sr-only">needs a hand</span>
                </>
              )}
            </UrlLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
