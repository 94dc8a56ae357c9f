'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { UrlLink } from '@/components/ui/url-link';
import { canBeHeld, whyNotHeld } from '@/lib/catalogues/card-holds';
import { hrefForCases } from '@/lib/client/cases/cases-state';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useSession } from '@/lib/client/session/session-provider';
import type { CaseDetail } from '@/lib/contracts/cases';
import { formatDay } from '@/lib/format/times';
import { useCtrlEnter } from './use-ctrl-enter';
import type { WrittenAct } from './write-dialog';

export type CaseAct = 'take' | 'hand-over' | 'hold' | 'link' | 'note' | 'decide' | WrittenAct;

interface CaseActsProps {
  shown: CaseDetail;
  onAct: (act: CaseAct) => void;
  isTaking: boolean;
}

/** The acts at the foot of a case, with what stands against each. */
export function CaseActs(props: CaseActsProps) {
  const { shown, onAct } = props;
  if (shown.mergedInto !== null)
    return (
      <Foot>
        <UrlLink href={hrefForCases({ id: shown.mergedInto })} className="inline-flex min-h-6 items-center">
          Go on in the case it was merged into
        </UrlLink>
      </Foot>
    );
  return (
    <Foot>
      {shown.state === 'closed' && <Button onClick={() => onAct('reopen')}>Open again…</Button>}
      {shown.state === 'second-reader' && <ReaderActs {...props} />}
      {(shown.state === 'waiting' || shown.state === 'taken') && <OpenActs {...props} />}
      <Button variant="quiet" onClick={() => onAct('note')}>
        Note…
      </Button>
    </Foot>
  );
}

function Foot({ children }: { children: ReactNode }) {
  return (
    <footer
      data-print="no"
      className="sticky bottom-0 flex min-h-12 flex-wrap items-center gap-2 border-t border-line bg-surface px-(--gutter) py-2"
    >
      {children}
    </footer>
  );
}

function OpenActs({ shown, onAct, isTaking }: CaseActsProps) {
  const { person } = useSession();
  const isOwn = shown.assignee?.id === person.id;
  const owner = shown.assignee?.name ?? 'Nobody';
  const notTaken = isOwn ? 'You have it already.' : shown.assignee ? `${owner} has it.` : undefined;
  const notOwn = isOwn ? undefined : shown.assignee ? `${owner} has it.` : 'Take it first.';
  const notHeld = whyNoHold(shown);
  useKeys({
    a: () => notTaken === undefined && onAct('take'),
    h: () => notHeld === undefined && onAct('hold'),
    o: () => isOwn && onAct('hand-over'),
  });
  useCtrlEnter(() => isOwn && onAct('decide'));
  return (
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
        Hand over… <Kbd>O</Kbd>
      </Button>
      <Button notNow={notHeld} onClick={() => onAct('hold')}>
        Hold the card… <Kbd>H</Kbd>
      </Button>
      <Button
        variant={isOwn ? 'primary' : 'secondary'}
        notNow={notOwn}
        className="ml-auto"
        onClick={() => onAct('decide')}
      >
        {shown.needsSecondReader ? 'Decide…' : 'Close…'}
      </Button>
    </>
  );
}

function ReaderActs({ shown, onAct }: CaseActsProps) {
  const { person } = useSession();
  const notYours = shown.decidedBy === person.id ? 'You decided it: somebody else reads it.' : undefined;
  return (
    <>
      <Button variant="primary" notNow={notYours} onClick={() => onAct('agree')}>
        Agree…
      </Button>
      <Button notNow={notYours} onClick={() => onAct('disagree')}>
        Disagree…
      </Button>
    </>
  );
}

function whyNoHold({ card: { hold, status } }: CaseDetail): string | undefined {
  if (hold) return `Compliance holds it until ${formatDay(hold.reviewOn)}.`;
  return status === null || canBeHeld(status) ? undefined : `Not offered: ${whyNotHeld(status)}.`;
}
