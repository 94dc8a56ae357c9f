'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type RevealedThing, type RevealReason, revealReasons } from '@/lib/catalogues/reveals';
import { asApiError } from '@/lib/client/api-error';
import { RevealFault } from '@/lib/client/reveals/open-reveal';
import { reveal, type Revealed } from '@/lib/client/reveals/reveal';
import { confirmItIsMe, useIsConfirmed } from '@/lib/client/session/confirmation';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card } from '@/lib/contracts/cards';
import { formatHourMinute } from '@/lib/format/times';
import { CardNamed } from '../status-dialogs/parts';
import { emptyWhy, toWhy, type WhyDraft, WhyFields } from './why-fields';

export interface Approved {
  reason: RevealReason;
  ticket: string;
  by: string;
  until: string;
}

interface RevealFormProps {
  what: RevealedThing;
  card: Card;
  /** What a second person has agreed to, where one is needed. */
  approved?: Approved;
  onClose: () => void;
  onShown: (revealed: Revealed) => void;
  onBegin?: () => void;
  /** The second person's word does not count any more. */
  onNotApproved?: () => void;
  /** Something was asked of Wise, whatever came of it. */
  onSettled: () => void;
}

export function RevealForm({
  what,
  card,
  approved,
  onClose,
  onShown,
  onSettled,
  onBegin,
  onNotApproved,
}: RevealFormProps) {
  const { data: isConfirmed = false, isPending, refetch } = useIsConfirmed();
  const timeZone = useTimeZone();
  const [why, setWhy] = useState<WhyDraft>(approved ?? emptyWhy);
  const [password, setPassword] = useState('');
  const [isSending, setSending] = useState(false);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>();
  const failed = error === undefined || error instanceof RevealFault ? undefined : asApiError(error);
  const code = failed?.code;
  const ticketFault = failed?.fieldError('ticket');
  const passwordFault =
    code === 'wrong_password'
      ? 'The password is not right.'
      : code === 'too_many_tries'
        ? 'Too many wrong tries. Confirming is locked for 15 minutes.'
        : undefined;

  const submit = async () => {
    const given = toWhy(why);
    const isWhole = given !== undefined && (isConfirmed || password !== '');
    setMissing(!isWhole);
    if (!isWhole || isSending) return;
    setSending(true);
    onBegin?.();
    setError(undefined);
    try {
      if (!isConfirmed) await confirmItIsMe(password);
      try {
        onShown(await reveal(what, card, given));
      } finally {
        onSettled();
      }
    } catch (thrown) {
      if (onNotApproved && asApiError(thrown).code === 'approval_required') onNotApproved();
      setError(thrown);
      setPassword('');
      await refetch();
    } finally {
      setSending(false);
    }
  };

  return (
    <Dialog
      title={what === 'pin' ? 'Reveal the PIN?' : 'Reveal the card number?'}
      description={
        <p>
          <CardNamed card={card} /> {what === 'pin' ? 'The PIN shows' : 'Number, expiry and CVV show'} for 30
          seconds on this screen alone. Your name, the time and the reason are on record.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={isSending}
      footer={
        <>
          <Button onClick={onClose} busy={isSending}>
            Keep it hidden
          </Button>
          <Button type="submit" variant="primary" busy={isSending}>
            {isSending ? 'Asking Wise' : 'Reveal'}
          </Button>
        </>
      }
    >
      {approved ? (
        <Notice tone="good" title={`${approved.by} has agreed.`}>
          {revealReasons[approved.reason]}, ticket {approved.ticket}. Good once, until{' '}
          {formatHourMinute(approved.until, timeZone)}.
        </Notice>
      ) : (
        <WhyFields why={why} onChange={setWhy} isChecked={missing} ticketFault={ticketFault} />
      )}
      {isConfirmed ? (
        <p className="text-meta text-ink-3">You have confirmed within the last 5 minutes that it is you.</p>
      ) : (
        <TextField
          label="Your password, to show it is you"
          hint={isPending ? undefined : 'Good for 5 minutes.'}
          error={missing && password === '' ? 'Type your password.' : passwordFault}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      {error instanceof RevealFault && <NotShown kind={error.kind} />}
      {failed && code === 'outcome_unknown' && (
        <Notice tone="bad" title="The answer did not arrive. Nothing was shown.">
          It may be on record all the same, and count. Try again.
        </Notice>
      )}
      {failed && code !== 'outcome_unknown' && !ticketFault && !passwordFault && (
        <ErrorState error={failed} />
      )}
    </Dialog>
  );
}

function NotShown({ kind }: Pick<RevealFault, 'kind'>) {
  return kind === 'another-card' ? (
    <Notice tone="bad" title="What came is not this card’s. Nothing of it was shown.">
      Do not try again. Tell an administrator: it is on record.
    </Notice>
  ) : (
    <Notice tone="bad" title="What came could not be opened. Nothing was shown.">
      Try again: the next one asks Wise for its key anew.
    </Notice>
  );
}
