'use client';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { Money } from '@/components/ui/money';
import { useAskForApproval } from '@/lib/client/batch-groups/before-funding';
import type { BeforeFunding, Conversion } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';
import { wordsOfPeople } from './before-words';
import { OtherBalances } from './other-balances';

interface AskProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  onClose: () => void;
}

/** Other people look at the group as it stands. */
export function AskApprovalDialog({ before, group, path, onClose }: AskProps & { before: BeforeFunding }) {
  const { name, newPayees, origin, rows, sourceCurrency, status } = group;
  const { approval, quotes, takes } = before;
  return (
    <AskDialog
      title={`Ask for approval of “${name}”?`}
      about="approval"
      path={path}
      onClose={onClose}
      description={
        <p>
          Asks about {countOf(rows.inGroup, 'transfer')} as they stand at Wise. No money moves: once it is
          approved{status === 'CLOSED' ? '' : ' and closed'}, the group can be funded. What was approved
          before no longer counts.{' '}
          {origin === 'wise' && 'A transfer that another program adds ends the approval.'}
        </p>
      }
    >
      <KeyValues
        items={[
          { label: 'Takes', value: <Money amount={takes ?? quotes.atSending} currency={sourceCurrency} /> },
          { label: 'New payees', value: formatCount(newPayees) },
          { label: 'Must agree', value: formatCount(approval.needed) },
        ]}
      />
      {wordsOfPeople(approval).map((line) => (
        <p key={line} className="text-ink-2">
          {line}
        </p>
      ))}
    </AskDialog>
  );
}

/** A second person agrees, or not, that Wise takes the rest from other balances. */
export function ConversionDialog({
  conversion,
  group,
  path,
  onClose,
}: AskProps & { conversion: Conversion }) {
  // What is read here is what is asked about.
  const [{ balances, ceiling, short }] = useState(conversion);
  const { name, sourceCurrency } = group;
  return (
    <AskDialog
      title={`Ask to let Wise convert for “${name}”?`}
      about="conversion"
      path={path}
      onClose={onClose}
      description={
        <p>
          {short !== null && `${formatMoney(short, sourceCurrency)} are short. `}Once a second person agrees,
          the group can be funded within a day, and Wise converts the rest by itself: from a balance of its
          choice, at its own rate and fee. That cannot be undone. Nothing is converted now.
        </p>
      }
    >
      <KeyValues
        items={[{ label: 'Converted at most', value: <Money amount={ceiling} currency={sourceCurrency} /> }]}
      />
      <OtherBalances balances={balances} sourceCurrency={sourceCurrency} />
    </AskDialog>
  );
}

interface AskDialogProps {
  title: string;
  about: 'approval' | 'conversion';
  path: BatchGroupPath;
  description: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

function AskDialog({ title, about, path, description, onClose, children }: AskDialogProps) {
  const asking = useAskForApproval(path, about);
  return (
    <Dialog
      title={title}
      description={description}
      onSubmit={() => asking.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
      busy={asking.isPending}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" variant="primary" busy={asking.isPending} data-autofocus>
            {asking.isPending ? 'Asking' : 'Ask for approval'}
          </Button>
        </>
      }
    >
      {children}
      {asking.error && <ErrorState error={asking.error} />}
    </Dialog>
  );
}
