'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { cardPathOf } from '@/components/overview/card-path';
import { transactionHref } from '@/components/transactions/transaction-rows';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import { useLookForTransaction } from '@/lib/client/find/queries';
import { profileOfPage } from '@/lib/client/find/typed';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { hrefForTransactions, noFilters } from '@/lib/client/transactions/list-state';
import type { FoundBatchGroup } from '@/lib/contracts/find';
import type { Entry, OwnDeed } from './entries';
import type { Asking } from './palette';
import { areKeysOff, isDark } from './words';

const hrefOfGroup = ({ id, profileId }: FoundBatchGroup): string =>
  hrefForBatchGroup({ profileId, batchGroupId: id });

interface Ways {
  onClose: () => void;
  onAsk: (asking: Asking) => void;
}

/** What Enter does with a row: go there, or ask first. Only what is taken back by the same row is done at once. */
export function useRun({ onClose, onAsk }: Ways) {
  const router = useRouter();
  const pathname = usePathname();
  const lookFor = useLookForTransaction();
  const go = (href: string) => {
    onClose();
    router.push(href as Route);
  };
  const runOwn = (deed: OwnDeed) => {
    if (deed === 'theme') {
      setPreference('theme', isDark() ? 'light' : 'dark');
      onClose();
    } else if (deed === 'single-keys') {
      setPreference('keys', areKeysOff() ? 'on' : 'off');
      onClose();
    } else if (deed === 'new-batch-group') {
      go('/batch-groups?new=1');
    } else if (deed === 'add-payment') {
      go(`${pathname}?add=payment`);
    } else onAsk({ kind: deed });
  };
  const run = (entry: Entry) => {
    switch (entry.kind) {
      case 'card':
        return go(cardPathOf({ profileId: entry.card.profileId, cardToken: entry.card.token }));
      case 'all-cards':
        return go(`/cards?query=${encodeURIComponent(entry.query)}`);
      case 'profile':
        return go(`/cards?profileId=${entry.profile.profileId}`);
      case 'batch-group':
        return go(hrefOfGroup(entry.group));
      case 'add-payment-to':
        return go(`${hrefOfGroup(entry.group)}?add=payment`);
      case 'transaction':
        return go(transactionHref(entry.profileId, entry.transactionId));
      case 'look-for-transaction':
        return lookFor.mutate(
          { transactionId: entry.transactionId, profileId: profileOfPage(pathname, window.location.search) },
          { onSuccess: ({ found }) => found && go(transactionHref(found.profileId, found.transactionId)) },
        );
      case 'card-deed': {
        const { card, deed } = entry;
        if (deed !== 'declines' && deed !== 'transactions') return onAsk({ kind: deed, card });
        const state = deed === 'declines' ? 'DECLINED' : '';
        const path = { profileId: card.profileId, cardToken: card.token };
        return go(hrefForTransactions(path, { ...noFilters, state }));
      }
      case 'own-deed':
        return runOwn(entry.deed);
      case 'place':
        return go(entry.item.href);
    }
  };
  return { run, lookFor };
}
