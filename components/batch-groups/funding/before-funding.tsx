'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { useConversion } from '@/lib/client/batch-groups/before-funding';
import type { BeforeFunding as Before } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { ApprovalBefore } from './approval-before';
import { EndedQuotes } from './ended-quotes';
import { ShortBalance } from './short-balance';

const loadDialogs = () => import('./ask-dialogs');
const AskApprovalDialog = dynamic(() => loadDialogs().then((module) => module.AskApprovalDialog), {
  ssr: false,
});
const ConversionDialog = dynamic(() => loadDialogs().then((module) => module.ConversionDialog), {
  ssr: false,
});

interface BeforeFundingProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  before: Before | null;
  short: string | undefined;
  conversion: ReturnType<typeof useConversion>;
  mayFund: boolean;
  onTopUp: (() => void) | undefined;
}

/** What has to be known, or asked, before a group is funded; of one made elsewhere, before it is closed as well. */
export function BeforeFunding({
  group,
  path,
  before,
  short,
  conversion,
  mayFund,
  onTopUp,
}: BeforeFundingProps) {
  const [asking, setAsking] = useState<'approval' | 'conversion'>();
  const { sourceCurrency, status } = group;
  const isClosed = status === 'CLOSED';
  if (!isClosed && status !== 'READY_TO_CLOSE') return null;
  const ask = (what: typeof asking) => (mayFund ? () => setAsking(what) : undefined);
  const close = () => setAsking(undefined);
  const near = () => void loadDialogs();
  return (
    <>
      {before && <EndedQuotes quotes={before.quotes} currency={sourceCurrency} />}
      {before && (
        <ApprovalBefore
          before={before}
          sourceCurrency={sourceCurrency}
          onAsk={ask('approval')}
          onNear={near}
        />
      )}
      {isClosed && short !== undefined && (
        <ShortBalance
          short={short}
          sourceCurrency={sourceCurrency}
          conversion={conversion}
          onTopUp={mayFund ? onTopUp : undefined}
          onConvert={ask('conversion')}
          onNear={near}
        />
      )}
      {asking === 'approval' && before && (
        <AskApprovalDialog before={before} group={group} path={path} onClose={close} />
      )}
      {asking === 'conversion' && conversion.data && (
        <ConversionDialog conversion={conversion.data} group={group} path={path} onClose={close} />
      )}
    </>
  );
}
