'use client';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useSession } from '@/lib/client/session/session-provider';
import type { CaseDetail } from '@/lib/contracts/cases';
import { useCtrlEnter } from './use-ctrl-enter';

export type CaseAct = 'take' | 'hand-over' | 'note' | 'decide' | 'reopen';

interface CaseActsProps {
  shown: CaseDetail;
  onAct: (act: CaseAct) => void;
  isTaking: boolean;
}

/** The acts at the foot of a case, with what stands against each. */
export function CaseActs({ shown, onAct, isTaking }: CaseActsProps) {
  const { person } = useSession();
  const isClosed = shown.state === 'closed';
  const isOwn = shown.assignee?.id === person.id;
  const owner = shown.assignee?.name ?? 'Nobody';
  const notTaken = isOwn ? 'You have it already.' : shown.assignee ? `${owner} has it.` : undefined;
  const notOwn = isOwn ? undefined : shown.assignee ? `${owner} has it.` : 'Take it first.';
  useKeys({
    a: () => !isClosed && notTaken === undefined && onAct('take'),
    h: () => !isClosed && isOwn && onAct('hand-over'),
  });
  useCtrlEnter(() => !isClosed && isOwn && onAct('decide'));
  return (
    <footer
      data-print="no"
      className="sticky bottom-0 flex min-h-12 flex-wrap items-center gap-2 border-t border-line bg-surface px-(--gutter) py-2"
    >
      {isClosed ? (
        <Button onClick={() => onAct('reopen')}>Open again…</Button>
      ) : (
        <>
          <Button
            variant={isOwn ? 'secondary' : 'primary'}
            notNow={notTaken}
            busy={isTaking}
            onClick={() => onAct('take')}
          >
            {isTaking ? 'Taking' : 'Take'} <Kbd>A</Kbd>
          </Button>
          <Button notNow={notOwn} onClick={() => onAct('hand-over')}>
            Hand over… <Kbd>H</Kbd>
          </Button>
          <Button
            variant={isOwn ? 'primary' : 'secondary'}
            notNow={notOwn}
            className="ml-auto"
            onClick={() => onAct('decide')}
          >
            Close…
          </Button>
        </>
      )}
      <Button variant="quiet" onClick={() => onAct('note')}>
        Note…
      </Button>
    </footer>
  );
}
