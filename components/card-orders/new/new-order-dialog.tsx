'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { ProfileChoice } from '@/components/profiles/profile-choice';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useAvailability, useCreateCardOrder } from '@/lib/client/card-orders/mutations';
import {
  emptyOrder,
  faultsOfOrder,
  fieldOfPath,
  type OrderDraft,
  type OrderField,
  toOrderBody,
} from '@/lib/client/card-orders/order-draft';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { useIntent } from '@/lib/client/use-intent';
import { AddressFields } from './address-fields';
import { DeliveryFields } from './delivery-fields';
import { HolderFields } from './holder-fields';
import { ProfileNumber } from './profile-number';
import { ProgrammeFields } from './programme-fields';

interface NewOrderDialogProps {
  profileId: string;
  onClose: () => void;
}

/** One card: who for, which kind, where to. It is sent under a number of its own, so that it is ordered once. */
export function NewOrderDialog({ profileId, onClose }: NewOrderDialogProps) {
  const router = useRouter();
  const isEverywhere = useOwnBranches() === undefined;
  const [draft, setDraft] = useState<OrderDraft>({ ...emptyOrder, profileId });
  const [isTried, setTried] = useState(false);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const availability = useAvailability(draft.profileId);
  const creation = useCreateCardOrder(draft.profileId, ({ orderId, profileId: of }) =>
    router.push(`/card-orders/${of}/${orderId}`),
  );
  const send = useIntent(creation);
  const offered = availability.data;
  const programme = offered?.programmes.find(({ name }) => name === draft.programme);
  const told = faultsTold(creation.error?.problem.fields ?? []);
  const faults = isTried ? { ...told, ...faultsOfOrder(draft, programme) } : {};
  const isUnknown = creation.error?.problem.certain === 'unknown';

  const change = (next: Partial<OrderDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    if (!creation.error || isUnknown) return;
    // What was refused is settled: with other words it is another order.
    creation.reset();
    setRequestId(crypto.randomUUID());
  };
  const chooseProfile = (chosen: string) => {
    setTried(false);
    change({ ...emptyOrder, profileId: chosen });
  };
  const submit = async () => {
    setTried(true);
    if (Object.keys(faultsOfOrder(draft, programme)).length > 0) return;
    await send(toOrderBody(draft, programme, requestId));
  };
  const isBusy = creation.isPending || creation.isSuccess;
  return (
    <Dialog
      width="wide"
      title="Order a card"
      description={
        <p>
          Wise makes it once its requirements are met. Until then the order can be cancelled without a trace
          on the card.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={isBusy}
      footer={
        isUnknown ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Do not order</Button>
            <Button type="submit" variant="primary" busy={isBusy} notNow={whyNot(offered?.programmes.length)}>
              {isBusy ? 'Ordering' : 'Order the card'}
            </Button>
          </>
        )
      }
    >
      {isEverywhere ? (
        <ProfileChoice
          legend="Whose card"
          profileId={draft.profileId}
          error={faults.profileId}
          onChoose={chooseProfile}
        />
      ) : (
        <ProfileNumber profileId={draft.profileId} error={faults.profileId} onLookUp={chooseProfile} />
      )}
      {availability.error && (
        <ErrorState
          error={availability.error}
          title="What Wise offers could not be read."
          onRetry={() => void availability.refetch()}
          busy={availability.isFetching}
        />
      )}
      {offered && (
        <>
          <ProgrammeFields {...{ offered, draft, faults }} onChange={change} />
          {programme && (
            <>
              <HolderFields {...{ offered, draft, faults, programme }} onChange={change} />
              <DeliveryFields {...{ offered, draft, faults, programme }} onChange={change} />
              <AddressFields {...{ draft, faults, programme }} onChange={change} />
            </>
          )}
        </>
      )}
      {creation.error && Object.keys(told).length === 0 && <ErrorState error={creation.error} />}
    </Dialog>
  );
}

const whyNot = (programmes: number | undefined): string | undefined =>
  programmes === 0 ? 'Wise takes no further order for this profile.' : undefined;

function faultsTold(
  fields: readonly { path: string; message: string }[],
): Partial<Record<OrderField, string>> {
  return Object.fromEntries(
    fields.flatMap(({ message, path }) => {
      const field = fieldOfPath(path);
      return field ? [[field, message]] : [];
    }),
  );
}
