'use client';
import * as Tabs from 'radix-ui/tabs';
import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { tabClass } from '@/components/ui/tabs';
import {
  cellsOf,
  chosenOf,
  emptyPayment,
  kindOf,
  missingOf,
  type PaymentDraft,
  sortFaults,
  transferQueryOf,
} from '@/lib/client/batch-groups/payment-draft';
import { useAddPayment, usePaymentForm, useTransferForm } from '@/lib/client/batch-groups/payments';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';
import { AmountFields } from './amount-fields';
import { Doubts, OtherFaults } from './faults';
import { KnownPayee } from './known-payee';
import { NewPayee } from './new-payee';
import { WiseField, wordsOf } from './wise-field';

interface PaymentDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  onClose: () => void;
}

const noFaults: readonly BatchRowFault[] = [];
const otherForms: readonly string[] = ['recipientId', 'targetCurrency', 'type'];
const isWay = (value: string): value is PaymentDraft['way'] => value === 'new' || value === 'known';

/** One payment by hand. It is checked as a row of a file is, and stands among the rows once nothing is wrong with it. */
export function PaymentDialog({ group, path, onClose }: PaymentDialogProps) {
  const { sourceCurrency, version } = group;
  const [draft, setDraft] = useState<PaymentDraft>(emptyPayment);
  const [faults, setFaults] = useState(noFaults);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const body = useRef<HTMLDivElement>(null);

  const base = usePaymentForm(path, draft.target === '' ? {} : { target: draft.target });
  const chosen = chosenOf(kindOf(draft, base.data)?.fields ?? [], draft.values);
  const form = usePaymentForm(path, {
    ...(draft.target !== '' && { target: draft.target }),
    ...(chosen.length > 0 && { type: kindOf(draft, base.data)?.type, chosen }),
  });
  const kind = kindOf(draft, form.data);
  const [known, setKnown] = useState<ReturnType<typeof useTransferForm>['data']>();
  const transfer = useTransferForm(path, transferQueryOf(draft, kind, known?.known));
  if (transfer.data !== undefined && transfer.data !== known) setKnown(transfer.data);
  const ofTransfer = transfer.data?.known;

  const adding = useAddPayment(path);
  const shown = [...(draft.way === 'new' ? (kind?.fields ?? []) : []), ...(ofTransfer?.fields ?? [])];
  const sorted = sortFaults(faults, shown);
  const faultOf = (field: string) => sorted.at.get(field);
  const change = (next: Partial<PaymentDraft>, field: string) => {
    setDraft({ ...draft, ...next });
    // Another payee or another kind of account is another form.
    setFaults(otherForms.includes(field) ? noFaults : faults.filter((fault) => fault.field !== field));
    setAccepted([]);
    if (Object.keys(missing).length > 0) setMissing(missingOf({ ...draft, ...next }));
    if (adding.error) adding.reset();
  };
  const send = (accept: readonly string[] = accepted) => {
    const lacking = missingOf(draft);
    setMissing(lacking);
    if (adding.isPending || Object.keys(lacking).length > 0) return;
    const cells = cellsOf(draft, kind, ofTransfer?.fields ?? []);
    adding.mutate(
      { version, cells, accept: [...accept] },
      {
        onSuccess: (reply) => (reply.kind === 'added' ? onClose() : setFaults(reply.faults)),
      },
    );
  };
  // The first field that is to be mended takes the focus, so that nobody has to look for it.
  useEffect(() => {
    if (faults.length === 0 && Object.keys(missing).length === 0) return;
    body.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid], [data-doubt]')?.focus();
  }, [faults, missing]);

  const hasNothingWrong = faults.length > 0 && faults.every(({ isAcceptable }) => isAcceptable);
  const referenceLength = ofTransfer?.referenceLength;
  return (
    <Dialog
      width="wide"
      title="Add a payment"
      description={<p>One row, checked like those of a file. Nothing is sent to Wise yet.</p>}
      onSubmit={() => send()}
      onClose={onClose}
      busy={adding.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={adding.isPending}>
            {adding.isPending ? 'Checking' : 'Add the payment'}
          </Button>
        </>
      }
    >
      <div ref={body} className="grid min-w-0 gap-3">
        <Tabs.Root
          value={draft.way}
          onValueChange={(way) => isWay(way) && change({ way }, 'recipientId')}
          className="grid min-w-0 gap-3"
        >
          <Tabs.List aria-label="Who is paid" className="-mx-2.5 flex border-b border-line">
            <Tabs.Trigger value="new" className={tabClass}>
              New payee
            </Tabs.Trigger>
            <Tabs.Trigger value="known" className={tabClass}>
              Known payee
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="new" tabIndex={-1} className="grid min-w-0 gap-3">
            <NewPayee
              draft={draft}
              form={form.data ?? base.data}
              kind={kind}
              error={form.error}
              onRetry={() => void form.refetch()}
              busy={form.isFetching}
              faultOf={faultOf}
              missing={(field) => missing[field]}
              onChange={change}
            />
          </Tabs.Content>
          <Tabs.Content value="known" tabIndex={-1} className="grid min-w-0 gap-3">
            <KnownPayee
              path={path}
              payee={draft.payee}
              error={missing.payee}
              onChoose={(payee) => change({ payee }, 'recipientId')}
            />
          </Tabs.Content>
        </Tabs.Root>
        <AmountFields
          draft={draft}
          sourceCurrency={sourceCurrency}
          error={missing.amount ?? wordsOf(faultOf('amount'))}
          fault={faultOf('amount')}
          onChange={change}
        />
        <div className="grid grid-cols-2 gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
          <TextField
            label="Reference the payee sees"
            error={wordsOf(faultOf('paymentReference'))}
            hint={
              referenceLength
                ? `${draft.reference.length} of ${referenceLength}.`
                : 'Wise tells how long it may be once the payment is known.'
            }
            maxLength={500}
            value={draft.reference}
            onChange={(text) => change({ reference: text }, 'paymentReference')}
          />
          <TextField
            label="Your own number"
            error={wordsOf(faultOf('referenceNumber'))}
            hint="Stays here."
            maxLength={500}
            value={draft.ownNumber}
            onChange={(text) => change({ ownNumber: text }, 'referenceNumber')}
          />
          {ofTransfer?.fields.map((asked) => (
            <WiseField
              key={asked.field}
              asked={asked}
              value={draft.values[asked.field] ?? ''}
              fault={faultOf(asked.field)}
              onChange={(value) => change({ values: { ...draft.values, [asked.field]: value } }, asked.field)}
            />
          ))}
        </div>
        <OtherFaults faults={sorted.others} />
        {hasNothingWrong && (
          <Doubts
            faults={sorted.doubts}
            busy={adding.isPending}
            onAccept={() => {
              const codes = [...new Set([...accepted, ...sorted.doubts.map(({ code }) => code)])];
              setAccepted(codes);
              send(codes);
            }}
          />
        )}
        {adding.error && <ErrorState error={adding.error} />}
      </div>
    </Dialog>
  );
}
