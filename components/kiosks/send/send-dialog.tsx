'use client';
import { useState } from 'react';
import { CardNumber } from '@/components/cards/card-number';
import { DialogAnswers } from '@/components/cards/status-dialogs/parts';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Bar } from '@/components/ui/skeleton';
import { lastPrintDay } from '@/lib/catalogues/card-order-age';
import {
  needsClearanceAt,
  notToSendWords,
  printAgeMark,
  type ReasonNotToSend,
} from '@/lib/catalogues/printing';
import { useCardProduction, useKioskBoard, useSendToKiosk } from '@/lib/client/kiosks/queries';
import { useIntent } from '@/lib/client/use-intent';
import type { CardProduction } from '@/lib/contracts/card-productions';
import type { KioskBoard } from '@/lib/contracts/kiosk-board';
import { countOf } from '@/lib/format/counts';
import { FixCard } from '../fix-card';
import { accountOf, emptyAccount, faultsOfAccount } from './account-draft';
import { AccountFields } from './account-fields';
import { KioskChoice } from './kiosk-choice';

export interface CardToSend {
  profileId: string;
  cardToken: string;
  lastFourDigits: string;
  cardHolderName: string | null;
}
interface SendDialogProps {
  card: CardToSend;
  /** Of the branch where it is collected. Absent: as the card says. */
  branchId?: string | undefined;
  kioskId?: string | undefined;
  onClose: () => void;
}

/** Asks Wise how far the card is, then where to print it. Load it on first use; mounted means open. */
export function SendDialog({ card, branchId, kioskId, onClose }: SendDialogProps) {
  const path = { profileId: card.profileId, cardToken: card.cardToken };
  const production = useCardProduction(path, { isFresh: true });
  const board = useKioskBoard(branchId ?? production.data?.branchId ?? '');
  const error = production.error ?? board.error;
  const whyNot = production.isFetchedAfterMount ? production.data?.offer.whyNot : undefined;
  // A branch that is not in use has no board.
  if (whyNot && !board.data) return <NotNow card={card} whyNot={whyNot} onClose={onClose} />;
  if (production.data && production.isFetchedAfterMount && board.data)
    return (
      <Form card={card} production={production.data} board={board.data} kioskId={kioskId} onClose={onClose} />
    );
  return (
    <Dialog
      title="Print this card?"
      onClose={onClose}
      footer={<Button onClick={onClose}>Do not print</Button>}
    >
      {error ? (
        <ErrorState
          error={error}
          title="It could not be read how far this card is."
          onRetry={() => void Promise.all([production.refetch(), board.refetch()])}
          busy={production.isFetching || board.isFetching}
        />
      ) : (
        <div aria-busy className="grid gap-3">
          <span className="sr-only">Asking Wise how far this card is</span>
          <Bar className="w-[70%]" />
          <Bar className="w-[50%]" />
        </div>
      )}
    </Dialog>
  );
}

interface FormProps extends SendDialogProps {
  production: CardProduction;
  board: KioskBoard;
}

function Form({ card, production, board, kioskId, onClose }: FormProps) {
  const [before] = useState(production);
  const [chosen, setChosen] = useState(
    board.kiosks.find(({ id, isActive }) => id === kioskId && isActive)?.id ?? board.bestKioskId ?? '',
  );
  const [draft, setDraft] = useState(emptyAccount);
  const [isChecked, setChecked] = useState(false);
  const sending = useSendToKiosk({ profileId: card.profileId, cardToken: card.cardToken });
  const send = useIntent(sending);
  const { lastJob, offer } = before;
  const needsClearance = needsClearanceAt(offer, chosen);
  const faults = offer.needsAccount ? faultsOfAccount(draft, { ...offer, needsClearance }) : {};
  const place = board.kiosks.find(({ id }) => id === chosen)?.place;
  const refusal = sending.data?.lastJob?.state === 'printing' ? undefined : sending.data?.lastJob;
  const isUnknown = sending.error?.problem.certain === 'unknown';

  if (refusal?.errorStatus)
    return (
      <Dialog
        title={refusal.state === 'waiting' ? 'It waits at the kiosk' : 'The kiosk refused it'}
        onClose={onClose}
        footer={<Button onClick={onClose}>Close</Button>}
      >
        <FixCard status={refusal.errorStatus} code={refusal.errorCode} />
      </Dialog>
    );
  if (offer.whyNot !== null) return <NotNow card={card} whyNot={offer.whyNot} onClose={onClose} />;
  const submit = async () => {
    setChecked(true);
    if (chosen === '' || Object.keys(faults).length > 0) return;
    const again = offer.needsAccount ? accountOf(draft, lastJob?.id ?? null, needsClearance) : undefined;
    await send({ kioskId: chosen, ...(again && { again }) });
  };
  if (sending.isSuccess) return <Sent onClose={onClose} />;
  return (
    <Dialog
      title={offer.needsAccount ? 'Print this card again?' : 'Print this card?'}
      description={
        <>
          <Named card={card} />
          <p>It prints at once. A print cannot be called back.</p>
        </>
      }
      width="wide"
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={sending.isPending}
      footer={
        <DialogAnswers
          keep="Do not print"
          label={place === undefined ? 'Print' : `Print at ${place}`}
          busyLabel="Sending"
          isPending={sending.isPending}
          isUnknown={isUnknown}
          onClose={onClose}
        />
      }
    >
      <AgeNotice ageDays={before.ageDays} />
      {offer.needsEmptyTrays && (
        <Notice tone="warn" title="A card may have come out of the last try.">
          Search the tray, the reject box and the feeder of every kiosk here. A second send could print it
          twice.
        </Notice>
      )}
      <KioskChoice
        kiosks={board.kiosks}
        bestKioskId={board.bestKioskId}
        chosen={chosen}
        error={isChecked && chosen === '' ? 'Choose a kiosk.' : undefined}
        onChoose={setChosen}
      />
      {offer.needsAccount && (
        <AccountFields
          draft={draft}
          faults={isChecked ? faults : {}}
          needsClearance={needsClearance}
          witnesses={board.witnesses}
          onChange={setDraft}
        />
      )}
      {sending.error && (
        <ErrorState
          error={sending.error}
          {...(isUnknown ? { title: 'We do not know yet whether it prints.' } : {})}
        />
      )}
    </Dialog>
  );
}

interface NotNowProps extends Pick<SendDialogProps, 'card' | 'onClose'> {
  whyNot: ReasonNotToSend;
}

const NotNow = ({ card, whyNot, onClose }: NotNowProps) => (
  <Dialog
    title="This card is not sent now"
    description={<Named card={card} />}
    onClose={onClose}
    footer={<Button onClick={onClose}>Close</Button>}
  >
    <Notice tone="warn" title={notToSendWords[whyNot]}>
      Nothing was sent.
    </Notice>
  </Dialog>
);

const Named = ({ card }: { card: CardToSend }) => (
  <p className="font-label text-ink">
    {card.cardHolderName ?? 'No name'} <CardNumber lastFourDigits={card.lastFourDigits} />
  </p>
);

function AgeNotice({ ageDays }: { ageDays: number }) {
  if (printAgeMark(ageDays) === 'fresh') return null;
  return (
    <Notice tone="warn" title={`${countOf(lastPrintDay - ageDays, 'day')} left to print it.`}>
      After {lastPrintDay} days Wise prints it no more, and the customer needs a new card.
    </Notice>
  );
}

function Sent({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="It is printing"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
      description={<p>The board tells when it is done. You can leave this page.</p>}
    />
  );
}
