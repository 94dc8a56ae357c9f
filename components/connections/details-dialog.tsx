'use client';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { Bar } from '@/components/ui/skeleton';
import { Pill, Tag } from '@/components/ui/status';
import { useConnection } from '@/lib/client/connections/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Connection, ConnectionDetails } from '@/lib/contracts/connections';
import { countOf } from '@/lib/format/counts';
import { formatDate, formatDetailTime, formatTableTime } from '@/lib/format/times';
import { kindWords, ownerOf, stateLooks, wordsOfFault } from './connection-words';

interface DetailsDialogProps {
  connection: Connection;
  onClose: () => void;
  /** Undefined for who may only read. */
  onReconnect: (() => void) | undefined;
  onTryPayment: ((profile: ListedProfile) => void) | undefined;
}

type ListedProfile = ConnectionDetails['profileList'][number];

export function DetailsDialog({
  connection: listed,
  onClose,
  onReconnect,
  onTryPayment,
}: DetailsDialogProps) {
  const { data, error, refetch, isFetching } = useConnection(listed.id);
  const timeZone = useTimeZone();
  const connection = data ?? listed;
  const { state, kind, scopes, connectedBy, lastError, expiresAt, lastUsedAt } = connection;
  const moment = (at: string | null, none: string) => (at === null ? none : formatDetailTime(at, timeZone));
  return (
    <Dialog
      width="wide"
      title={ownerOf(connection)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Close
          </Button>
          {onReconnect && (
            <Button variant={state === 'working' ? 'secondary' : 'primary'} onClick={onReconnect}>
              Reconnect…
            </Button>
          )}
        </>
      }
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <KeyValues
          items={[
            { label: 'State', value: <Pill look={stateLooks[state]} /> },
            ...(state === 'working'
              ? []
              : [{ label: 'Since', value: moment(connection.stateChangedAt, '') }]),
            { label: 'Wise user', value: <span className="code">{connection.id}</span> },
            { label: 'Kind', value: kindWords[kind] },
            { label: 'Scopes', value: scopes.join(', ') || 'not told by Wise' },
            { label: 'Connected', value: moment(connection.connectedAt, '') },
            { label: 'By', value: connectedBy ?? 'from the beginning' },
            {
              label: 'Ends',
              value: expiresAt === null ? 'when it is revoked' : formatDate(expiresAt, timeZone),
            },
            { label: 'Last used', value: moment(lastUsedAt, 'not yet') },
            {
              label: 'Last error',
              value:
                lastError === null ? 'none' : `${wordsOfFault(lastError.code)}, ${moment(lastError.at, '')}`,
            },
          ]}
        />
        <section aria-label="Profiles">
          <h3 className="mb-1">{countOf(connection.profiles.total, 'profile')}</h3>
          {error && (
            <ErrorState
              error={error}
              title="The profiles could not be read."
              onRetry={() => void refetch()}
              busy={isFetching}
            />
          )}
          {!data && !error && <Bar className="my-2 w-[60%]" />}
          {data && (
            <Profiles
              profiles={data.profileList}
              total={data.profiles.total}
              onClose={onClose}
              onTryPayment={state === 'working' && kind === 'user' ? onTryPayment : undefined}
            />
          )}
          {data && (
            <p className="mt-1 text-meta text-ink-3">
              Approvals that are set up on wise.com block payments over the API. Wise tells it with a payment
              alone: try one, which is never paid, or see it here once the first one is sent.
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface ProfilesProps {
  profiles: ListedProfile[];
  total: number;
  onClose: () => void;
  onTryPayment: ((profile: ListedProfile) => void) | undefined;
}

function Profiles({ profiles, total, onClose, onTryPayment }: ProfilesProps) {
  const timeZone = useTimeZone();
  const more = total - profiles.length;
  return (
    <ul className="max-h-[260px] overflow-y-auto">
      {profiles.map((profile) => {
        const { id, name, type, state, cards, transfersBlockedAt } = profile;
        return (
          <li
            key={id}
            className="flex min-h-9 items-center gap-2.5 border-t border-line-soft py-1 first:border-t-0"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate">
                <Link
                  prefetch={false}
                  href={{ pathname: '/cards', query: { profileId: id } }}
                  onClick={onClose}
                >
                  {name}
                </Link>{' '}
                <span className="text-meta text-ink-3">
                  {type === 'BUSINESS' ? 'business' : type === 'PERSONAL' ? 'personal' : type}
                </span>
              </p>
              {state === 'DEACTIVATED' && <Tag tone="warn">Deactivated</Tag>}
              {transfersBlockedAt !== null && (
                <Tag tone="warn">Payments blocked since {formatTableTime(transfersBlockedAt, timeZone)}</Tag>
              )}
            </div>
            <span className="flex-none text-ink-2 tabular">{countOf(cards, 'card')}</span>
            {onTryPayment && type === 'BUSINESS' && state !== 'DEACTIVATED' && (
              <Button size="xs" onClick={() => onTryPayment(profile)}>
                Try a payment…
              </Button>
            )}
          </li>
        );
      })}
      {more > 0 && <li className="text-meta text-ink-3">and {more} more</li>}
    </ul>
  );
}
