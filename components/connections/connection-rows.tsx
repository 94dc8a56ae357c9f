'use client';
import { Ellipsis } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { StatusMark, Tag } from '@/components/ui/status';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Connection } from '@/lib/contracts/connections';
import { formatCount } from '@/lib/format/counts';
import { formatDate, formatTableTime, zoneName } from '@/lib/format/times';
import type { OpenConnectionDialog } from './connection-dialog';
import { kindWords, ownerOf, stateLooks, wordsOfFault, wordsOfProfiles } from './connection-words';
import { menuForConnection } from './menu-for-connection';

export const connectionColumns = 9;
const onlyWide = 'max-wide:hidden';
/** Between the two lines of a small window and a wide one there is no room for it. */
const notBetween = 'min-[641px]:max-[960px]:hidden';

export function ConnectionHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Owner
        </th>
        <th role="columnheader" scope="col">
          State
        </th>
        <th role="columnheader" scope="col">
          Profiles
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Kind
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Scopes
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Ends
        </th>
        <th role="columnheader" scope="col" className={notBetween}>
          Last used, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col" className={onlyWide}>
          Last error
        </th>
        <th role="columnheader" scope="col" className="acts">
          <span className="sr-only">Acts</span>
        </th>
      </tr>
    </thead>
  );
}

interface ConnectionRowProps {
  connection: Connection;
  index: number;
  isTested: boolean;
  onOpen: (dialog: OpenConnectionDialog) => void;
  /** Undefined for who may only read. */
  onTest: ((connection: Connection) => void) | undefined;
}

const beingTested: StatusLook = { word: 'Being tested', tone: 'busy', mark: 'moving' };

export function ConnectionRow({ connection, index, isTested, onOpen, onTest }: ConnectionRowProps) {
  const timeZone = useTimeZone();
  const { state, kind, profiles, scopes, expiresAt, lastUsedAt, lastError } = connection;
  const owner = ownerOf(connection);
  return (
    <tr role="row" data-row={index} className="max-narrow:grid-cols-[minmax(0,1fr)_auto_auto]!">
      <td role="cell" data-line="1" className="key">
        <button
          type="button"
          data-row-link
          onClick={() => onOpen({ kind: 'details', connection })}
          className="inline-flex min-h-6 items-center rounded-xs hover:underline"
        >
          {owner}
        </button>
      </td>
      <td role="cell" data-line="1-end">
        <StatusMark look={isTested ? beingTested : stateLooks[state]} />
      </td>
      <td role="cell" data-line="2" title={wordsOfProfiles(profiles)} className="wide:max-w-[300px]">
        {profiles.total > 1 && <Tag className="mr-1.5">{formatCount(profiles.total)}</Tag>}
        <span className="text-ink-2">{wordsOfProfiles(profiles)}</span>
        {profiles.deactivated > 0 && (
          <Tag tone="warn" className="ml-1.5">
            {formatCount(profiles.deactivated)} deactivated
          </Tag>
        )}
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`}>
        {kindWords[kind]}
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`} title={scopes.join(', ')}>
        {scopes.join(', ') || '–'}
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`}>
        {expiresAt === null ? '–' : <time dateTime={expiresAt}>{formatDate(expiresAt, timeZone)}</time>}
      </td>
      <td role="cell" data-line="2-end" className={`text-ink-2 ${notBetween}`}>
        {lastUsedAt === null ? (
          'not yet'
        ) : (
          <time dateTime={lastUsedAt}>{formatTableTime(lastUsedAt, timeZone)}</time>
        )}
      </td>
      <td role="cell" className={`text-ink-2 ${onlyWide}`}>
        {lastError === null ? (
          'none'
        ) : (
          <>
            {wordsOfFault(lastError.code)}{' '}
            <time dateTime={lastError.at} className="text-meta text-ink-3">
              {formatTableTime(lastError.at, timeZone)}
            </time>
          </>
        )}
      </td>
      <td
        role="cell"
        className="acts max-narrow:col-start-3 max-narrow:row-span-2 max-narrow:row-start-1 max-narrow:block!"
      >
        <Menu
          label={`Acts on ${owner}`}
          isIcon
          size="sm"
          variant="quiet"
          face={<Ellipsis />}
          entries={() => menuForConnection({ connection, onOpen, onTest })}
        />
      </td>
    </tr>
  );
}
