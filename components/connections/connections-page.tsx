'use client';
import { Cable, Plug } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { UrlLink } from '@/components/ui/url-link';
import {
  type ConnectionsState,
  hrefForConnections,
  parseCameBack,
  parseConnectionsState,
  toConnectionFilters,
  withoutFilters,
} from '@/lib/client/connections/list-state';
import { useTestConnection } from '@/lib/client/connections/mutations';
import { useConnectionList } from '@/lib/client/connections/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { Connection, ConnectionList } from '@/lib/contracts/connections';
import { countOf, formatCount } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import type { OpenConnectionDialog } from './connection-dialog';
import { ConnectionFilters } from './connection-filters';
import { ConnectionHead, ConnectionRow, connectionColumns } from './connection-rows';
import { type ConnectionResult, ConnectionResultNotice, resultOfCameBack, resultOfTest } from './results';

const loadDialog = () => import('./connection-dialog').then((module) => module.ConnectionDialog);
const ConnectionDialog = dynamic(loadDialog, { ssr: false });

export function ConnectionsPage() {
  const mayRead = useCan('connections.read');
  if (mayRead) return <Connections />;
  return (
    <NotYours title="Connections">
      Administrators connect the Wise users whose profiles the console works with.
    </NotYours>
  );
}

function Connections() {
  const mayWrite = useCan('connections.write');
  const timeZone = useTimeZone();
  const search = useSearchParams();
  const state = parseConnectionsState(search);
  const list = useConnectionList(toConnectionFilters(state));
  const test = useTestConnection();
  const [dialog, setDialog] = useState<OpenConnectionDialog>();
  const [result, setResult] = useState<ConnectionResult>();
  const head = list.data?.pages[0];
  const cameBack = parseCameBack(search);
  const shown = result ?? (cameBack && resultOfCameBack(cameBack, list.data?.pages));
  const choose = (next: ConnectionsState) => pushUrl(hrefForConnections(next));
  const closeResult = () => {
    setResult(undefined);
    if (cameBack) replaceUrl(hrefForConnections(state));
  };
  const open = (next: OpenConnectionDialog) => {
    closeResult();
    setDialog(next);
  };
  const runTest = (connection: Connection) => {
    closeResult();
    test.mutate(connection, {
      onSuccess: (reply) => setResult(resultOfTest(reply)),
      onError: (error) => setResult({ error }),
    });
  };
  return (
    <div className="fit-page">
      <PageHeader
        title="Connections"
        titleInTopBar
        {...(head && { aside: <Summary counts={head.counts} /> })}
        actions={
          <>
            <LiveMark asOf={head?.asOf} />
            {mayWrite && (
              <Button
                size="sm"
                icon={<Plug />}
                onPointerEnter={() => void loadDialog()}
                onClick={() => open({ kind: 'connect' })}
              >
                Connect a Wise user…
              </Button>
            )}
          </>
        }
      />
      <ConnectionFilters
        state={state}
        counts={head?.counts}
        found={head?.total}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForConnections(next))}
      />
      {shown && <ConnectionResultNotice result={shown} onClose={closeResult} />}
      <EndlessTable
        label="Connections"
        list={list}
        head={<ConnectionHead />}
        columns={connectionColumns}
        row={(connection, index) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            index={index}
            isTested={test.isPending && test.variables.id === connection.id}
            onOpen={open}
            onTest={mayWrite ? runTest : undefined}
          />
        )}
        nothingFound={<NothingFound state={state} onClear={() => choose(withoutFilters(state))} />}
      />
      <footer className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2">
        <span className="max-narrow:hidden">
          {mayWrite
            ? 'One that Wise refuses stops only its own profiles.'
            : 'You read this list. Administrators change it.'}
        </span>
        <span className="ml-auto">Times in {zoneLabel(timeZone)}</span>
      </footer>
      {dialog && (
        <ConnectionDialog
          open={dialog}
          onOpen={setDialog}
          onClose={() => setDialog(undefined)}
          onDone={(next) => {
            setDialog(undefined);
            setResult(next);
          }}
          mayWrite={mayWrite}
        />
      )}
    </div>
  );
}

function Summary({ counts: { working, broken, disconnected } }: { counts: ConnectionList['counts'] }) {
  return (
    <>
      {countOf(working + broken + disconnected, 'Wise user')}
      {broken > 0 && (
        <>
          {' · '}
          <UrlLink href={hrefForConnections({ query: '', state: 'broken', kind: '', sort: 'owner' })}>
            {formatCount(broken)} refused by Wise
          </UrlLink>
        </>
      )}
    </>
  );
}

function NothingFound({ state, onClear }: { state: ConnectionsState; onClear: () => void }) {
  const isNarrowed = hrefForConnections(state) !== hrefForConnections(withoutFilters(state));
  return (
    <EmptyState
      icon={<Cable />}
      title={
        !isNarrowed
          ? 'No Wise user is connected yet.'
          : state.query
            ? `No connection matches “${state.query}”.`
            : 'No connection is like that.'
      }
      action={isNarrowed && <Button onClick={onClear}>Show all connections</Button>}
    >
      {isNarrowed
        ? 'Try a part of the owner’s or a profile’s name, or the number of a Wise user or profile.'
        : 'Connect one to see the cards of their profiles.'}
    </EmptyState>
  );
}
