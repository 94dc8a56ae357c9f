'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextField } from '@/components/ui/field';
import { isWebhookEventUsed, webhookEvents, webhookEventTypes } from '@/lib/catalogues/webhook-events';
import { useIntent } from '@/lib/client/use-intent';
import { useSubscribe } from '@/lib/client/webhooks/mutations';
import type { WebhookSubscription } from '@/lib/contracts/webhooks';

interface SubscribeDialogProps {
  subscribed: WebhookSubscription[];
  onClose: () => void;
}

/** Has Wise send one more kind of event here. */
export function SubscribeDialog({ subscribed, onClose }: SubscribeDialogProps) {
  const making = useSubscribe();
  const send = useIntent(making);
  const isSubscribed = (type: string) => subscribed.some((one) => one.isOurs && one.eventType === type);
  const [eventType, setEventType] = useState<(typeof webhookEventTypes)[number]>();
  const [version, setVersion] = useState('');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const entry = eventType && webhookEvents[eventType];
  const choose = (value: string) => {
    const chosen = webhookEventTypes.find((type) => type === value);
    setEventType(chosen);
    setVersion(chosen ? webhookEvents[chosen].versions[0] : '');
    setName(chosen ? `Admin console: ${chosen}` : '');
    if (making.error) making.reset();
  };
  const submit = async () => {
    setTried(true);
    if (!eventType || name.trim() === '') return;
    if (await send({ eventType, version, name: name.trim() })) onClose();
  };
  return (
    <Dialog
      width="wide"
      title="Subscribe to an event"
      description={
        <p>
          Wise sends it to this console from now on, for every profile of this client. What happened before is
          not sent.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={making.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={making.isPending}>
            {making.isPending ? 'Asking Wise' : 'Subscribe'}
          </Button>
        </>
      }
    >
      <Field
        label="Wise tells when"
        error={isTried && !eventType ? 'Choose an event.' : undefined}
        hint={
          eventType && !isWebhookEventUsed(eventType)
            ? 'The console keeps it as it comes and does nothing else with it.'
            : undefined
        }
      >
        {(parts) => (
          <Select {...parts} value={eventType ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">Choose</option>
            {webhookEventTypes.map((type) => (
              <option key={type} value={type} disabled={isSubscribed(type)}>
                {webhookEvents[type].tells}
                {isSubscribed(type) ? ' (subscribed)' : ` – ${type}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Version">
        {(parts) => (
          <Select
            {...parts}
            value={version}
            disabled={!entry}
            onChange={({ target }) => setVersion(target.value)}
          >
            {entry?.versions.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        label="Name at Wise"
        error={isTried && name.trim() === '' ? 'Give it a name to know it by at Wise.' : undefined}
        maxLength={100}
        value={name}
        onChange={setName}
      />
      {making.error && <ErrorState error={making.error} />}
    </Dialog>
  );
}
