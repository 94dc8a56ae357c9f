'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Copyable } from '@/components/ui/copyable';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Bar } from '@/components/ui/skeleton';
import { Pill } from '@/components/ui/status';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { deliveryStateLooks } from '@/lib/catalogues/webhook-deliveries';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useReplay } from '@/lib/client/webhooks/mutations';
import { useDelivery } from '@/lib/client/webhooks/queries';
import type { WebhookDelivery } from '@/lib/contracts/webhooks';
import { formatDetailTime } from '@/lib/format/times';
import { sayOutcome } from './outcome-words';

/** Everything about one delivery, with what it said as far as the reader may know it. */
export function DeliveryDialog({ listed, onClose }: { listed: WebhookDelivery; onClose: () => void }) {
  const { data, error, isFetching, refetch } = useDelivery(listed.id);
  const mayWrite = useCan('webhooks.write');
  const replay = useReplay();
  const delivery = data ?? listed;
  const { eventType } = delivery;
  return (
    <Dialog
      width="wide"
      title={eventType === null ? 'Not a notification' : wordsOfWebhookEvent(eventType)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Close
          </Button>
          {mayWrite && (
            <Button busy={replay.isPending} onClick={() => replay.mutate({ id: listed.id })}>
              {replay.isPending ? 'Taking it in' : 'Take it in again'}
            </Button>
          )}
        </>
      }
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <Outcome delivery={delivery} />
        {replay.error && <ErrorState error={replay.error} title="It was not taken in again." />}
        <DeliveryFacts delivery={delivery} />
        <section aria-label="What it said">
          <h3 className="mb-1">What it said</h3>
          {error && (
            <ErrorState
              error={error}
              title="It could not be read."
              onRetry={() => void refetch()}
              busy={isFetching}
            />
          )}
          {!data && !error && <Bar className="my-2 w-[60%]" />}
          {data && <Payload payload={data.payload} />}
        </section>
      </div>
    </Dialog>
  );
}

function Outcome({ delivery }: { delivery: WebhookDelivery }) {
  const timeZone = useTimeZone();
  const { dueAt, failure, outcome, state } = delivery;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
      <Pill look={deliveryStateLooks[state]} />
      {outcome !== null && <span className="min-w-0">{sayOutcome(outcome)}</span>}
      {state === 'failing' && failure !== null && (
        <Notice tone="warn" title={isErrorCode(failure) ? errors[failure].title : failure} className="w-full">
          <p>
            Nothing is lost: the console tries again by itself
            {dueAt === null ? '' : `, next at ${formatDetailTime(dueAt, timeZone)}`}.
          </p>
        </Notice>
      )}
    </div>
  );
}

function DeliveryFacts({ delivery }: { delivery: WebhookDelivery }) {
  const timeZone = useTimeZone();
  const {
    attempts,
    deliveryId,
    eventType,
    isTest,
    occurredAt,
    profileId,
    schemaVersion,
    subjectId,
    triedAt,
  } = delivery;
  const moment = (at: string | null) => (at === null ? 'not told' : formatDetailTime(at, timeZone));
  return (
    <KeyValues
      items={[
        { label: 'Kind', value: <span className="code wrap-anywhere">{eventType ?? 'not told'}</span> },
        { label: 'Version', value: schemaVersion ?? 'not told' },
        { label: 'About', value: subjectId === null ? 'not told' : <Copyable value={subjectId} what="id" /> },
        { label: 'Profile', value: profileId ?? 'not told' },
        { label: 'Happened', value: moment(occurredAt) },
        { label: 'Received', value: moment(delivery.receivedAt) },
        {
          label: attempts > 1 ? `Tried ${attempts} times, last` : 'Taken in',
          value: triedAt === null ? 'not yet' : formatDetailTime(triedAt, timeZone),
        },
        {
          label: 'Delivery id',
          value: deliveryId === null ? 'none' : <Copyable value={deliveryId} what="delivery id" />,
        },
        ...(isTest ? [{ label: 'Test notification', value: 'yes, with dummy data' }] : []),
      ]}
    />
  );
}

function Payload({ payload }: { payload: string | null }) {
  if (payload === null) {
    return (
      <p className="text-ink-2">
        Not shown. It cannot be read as a notification, so nobody can say what of it may be known. It is kept
        as it came.
      </p>
    );
  }
  return (
    <pre
      tabIndex={0}
      aria-label="Payload"
      className="code max-h-[300px] overflow-auto rounded-md bg-sunken p-2.5 whitespace-pre-wrap wrap-anywhere"
    >
      {indent(payload)}
    </pre>
  );
}

/** By its own characters: a parser would round long numbers. */
function indent(json: string): string {
  let depth = 0;
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (part) => {
    const line = (by: number) => {
      depth += by;
      return `\n${'  '.repeat(depth)}`;
    };
    if (part === '{' || part === '[') return part + line(1);
    if (part === '}' || part === ']') return line(-1) + part;
    if (part === ',') return part + line(0);
    return part === ':' ? ': ' : part;
  });
}
