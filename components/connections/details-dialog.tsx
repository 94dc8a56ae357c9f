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
}

export function DetailsDialog({ connection: listed, onClose, onReconnect }: DetailsDialogProps) {
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
          {data && <Profiles profiles={data.profileList} total={data.profiles.total} onClose={onClose} />}
          {data && (
            <p className="mt-1 text-meta text-ink-3">
              Approvals that are set up on wise.com block payments over the API. Wise tells it with a payment
              alone: not known until the first one is sent, and shown here from then on.
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface ProfilesProps {
  profiles: ConnectionDetails['profileList'];
  total: number;
  onClose: () => void;
}

function Profiles({ profiles, total, onClose }: ProfilesProps) {
  const timeZone = useTimeZone();
  const more = total - profiles.length;
  return (
    <ul className="max-h-[260px] overflow-y-auto">
      {profiles.map(({ id, name, type, state, cards, transfersBlockedAt }) => (
        <li
          key={id}
          className="flex min-h-8 items-center justify-between gap-2.5 border-t border-line-soft first:border-t-0"
        >
          <span className="min-w-0 truncate">
            <Link href={{ pathname: '/cards', query: { profileId: id } }} onClick={onClose}>
              {name}
            </Link>{' '}
            <span className="text-meta text-ink-3">
              {type === 'BUSINESS' ? 'business' : type === 'PERSONAL' ? 'personal' : type}
            </span>
          </span>
          <span className="flex-none text-ink-2 tabular">
            {state === 'DEACTIVATED' && (
              <Tag tone="warn" className="mr-2">
                Deactivated
              </Tag>
            )}
            {transfersBlockedAt !== null && (
              <Tag tone="warn" className="mr-2">
                Payments blocked since {formatTableTime(transfersBlockedAt, timeZone)}
              </Tag>
            )}
            {countOf(cards, 'card')}
          </span>
        </li>
      ))}
      {more > 0 && <li className="text-meta text-ink-3">and {more} more</li>}
    </ul>
  );
}
