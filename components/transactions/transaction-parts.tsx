'use client';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { ReasonFacts } from '@/components/declines/reason-facts';
import { Copyable } from '@/components/ui/copyable';
import type { Fact } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { formatDetailTime, formatTableTime } from '@/lib/format/times';
import {
  formatAuthorisationMethod,
  formatPinResult,
  formatPlace,
  formatTransactionType,
  sayWhereTheMoneyIs,
} from '@/lib/format/transactions';
import { Amounts } from './amounts';
import { DeclineCode } from './decline-code';
import { DeclineControl } from './decline-control';
import { Movements } from './movements';
import { RelatedTransactions } from './related-transactions';
import { Steps } from './steps';
import { SwitchesThen } from './switches-then';
import { transactionHref } from './transaction-rows';

/** Wise has forgotten it. */
export function FromArchive({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  if (!transaction.isFromArchive) return null;
  return (
    <Notice className="mx-(--gutter) mb-3" tone="busy" title="Wise does not show this transaction any more.">
      It stands here as Wise told it last, {formatDetailTime(transaction.readAt, timeZone)}.
    </Notice>
  );
}

/** Why it was declined, where the money is, what belongs to it. */
export function TransactionMain({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const { profileId, cardToken, creationTime, decline } = transaction;
  const path = { profileId, cardToken };
  return (
    <>
      {decline && (
        <Section title={decline.reason.title} end={<DeclineCode transaction={transaction} />}>
          {decline.wentThrough && (
            <p className="mb-2">
              <Link href={transactionHref(profileId, decline.wentThrough.id)} prefetch={false}>
                It went through at the second try,{' '}
                {formatTableTime(decline.wentThrough.creationTime, timeZone)}
              </Link>
              . Nothing has to be done.
            </p>
          )}
          <ReasonFacts
            reason={decline.reason}
            mend={
              decline.control && <DeclineControl path={path} control={decline.control} isOnCardPage={false} />
            }
          />
          {decline.switchesThen && <SwitchesThen then={decline.switchesThen} at={creationTime} />}
        </Section>
      )}
      <Section title="Where the money is">
        <p className="max-w-[72ch] text-say">{sayWhereTheMoneyIs(transaction, timeZone)}</p>
        <Amounts transaction={transaction} />
      </Section>
      <RelatedTransactions transaction={transaction} />
      <Movements transaction={transaction} />
      <Steps transaction={transaction} />
    </>
  );
}

export function factsOf(transaction: CardTransaction, timeZone: string): Fact[] {
  const { merchant, type, authorisationMethod, pinValidationResult, approvalCode, arn } = transaction;
  const place = formatPlace(transaction);
  return [
    {
      label: 'Card',
      value: (
        <Link prefetch={false} href={`/cards/${transaction.profileId}/${transaction.cardToken}`}>
          <CardNumber lastFourDigits={transaction.lastFourDigits} />
        </Link>
      ),
    },
    { label: 'Type', value: <span title={type}>{formatTransactionType(type)}</span> },
    {
      label: 'Created',
      value: (
        <time dateTime={transaction.creationTime}>
          {formatDetailTime(transaction.creationTime, timeZone)}
        </time>
      ),
    },
    { label: 'Place', value: place === '' ? <span className="text-ink-3">not told</span> : place },
    {
      label: 'Category',
      value:
        merchant.mcc === null && merchant.category === null ? (
          <span className="text-ink-3">not told</span>
        ) : (
          [merchant.mcc, merchant.category].filter(Boolean).join(' · ')
        ),
    },
    {
      label: 'Card read',
      value: <span title={authorisationMethod ?? ''}>{formatAuthorisationMethod(authorisationMethod)}</span>,
    },
    {
      label: 'PIN',
      value: <span title={pinValidationResult ?? ''}>{formatPinResult(pinValidationResult)}</span>,
    },
    ...(approvalCode === null
      ? []
      : [
          {
            label: 'Approval code',
            value: <Copyable value={approvalCode} shown={approvalCode} what="approval code" />,
          },
        ]),
    ...(arn === null
      ? []
      : [{ label: 'ARN', value: <Copyable value={arn} what="acquirer reference number" /> }]),
    {
      label: 'Transaction id',
      value: <Copyable value={transaction.id} shown={transaction.id} what="transaction id" />,
    },
  ];
}

export function TransactionTimes({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const { creationTime, modificationTime, purgeTime, state } = transaction;
  return (
    <Section title="Times">
      <dl className="grid gap-1">
        {(
          [
            ['Created', creationTime],
            ['Last change', modificationTime],
            [state === 'IN_PROGRESS' ? 'Hold ends' : 'Hold was to end', purgeTime],
          ] as const
        ).map(
          ([label, iso]) =>
            iso !== null && (
              <div key={label} className="flex justify-between gap-3">
                <dt className="text-ink-2">{label}</dt>
                <dd className="tabular">
                  <time dateTime={iso}>{formatDetailTime(iso, timeZone)}</time>
                </dd>
              </div>
            ),
        )}
      </dl>
      {state === 'CANCELLED' && (
        <p className="mt-2 text-meta text-ink-3">
          A shop may capture a cancelled payment later. It then reads Completed here, and the balance falls at
          that moment.
        </p>
      )}
    </Section>
  );
}
