'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Copyable } from '@/components/ui/copyable';
import { type Role, roleNames, roles } from '@/lib/catalogues/console-permissions';
import { errors, isErrorCode } from '@/lib/catalogues/errors';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { AuditRow } from '@/lib/contracts/audit';
import { formatDetailTime } from '@/lib/format/times';
import { LinkedRows } from './linked-rows';
import { phaseWords } from './outcome-look';
import { RowCodes } from './row-codes';
import { whyNotShown, wordsOfActor } from './who';

interface AuditDetailsProps {
  row: AuditRow;
  nameOf: (personId: string) => string | undefined;
  /** Rows of the same act on this page. */
  others: AuditRow[];
  onOpen: (sequence: string) => void;
  onFind: (query: string) => void;
}

export function AuditDetails({ row, nameOf, others, onOpen, onFind }: AuditDetailsProps) {
  const timeZone = useTimeZone();
  return (
    <div className="grid grid-cols-3 gap-x-8 gap-y-3 px-(--gutter) py-3 max-wide:grid-cols-2 max-narrow:grid-cols-1 max-narrow:px-3">
      <Part name="When">
        <time dateTime={row.at}>{formatDetailTime(row.at, timeZone)}</time>
        <Small>{phaseWords[row.phase]}</Small>
      </Part>
      <Part name="Who">
        {wordsOfActor(row)}
        {row.withheld === null ? (
          <Small>{whyNotShown}</Small>
        ) : (
          row.withheld.actorRole !== null && <Small>as {wordOfRole(row.withheld.actorRole)}</Small>
        )}
      </Part>
      <Part name="On">
        <Target row={row} nameOf={nameOf} />
      </Part>
      <Part name="Codes">
        <RowCodes details={row.details} />
        {row.errorCode !== null && (
          <Small>
            {isErrorCode(row.errorCode) ? `${errors[row.errorCode].title}: ` : ''}
            <span className="code">{row.errorCode}</span>
          </Small>
        )}
      </Part>
      <Part name="Same act">
        <LinkedRows row={row} others={others} onOpen={onOpen} onFind={onFind} />
      </Part>
      <Part name="Request id">
        {row.requestId === null ? 'none' : <Copyable value={row.requestId} what="request id" />}
      </Part>
      <Part name={`Hash of row ${row.sequence}`}>
        <Copyable value={row.hash} what="hash" />
      </Part>
      <Part name="Hash of the row before">
        <Copyable value={row.previousHash} what="previous hash" />
      </Part>
      <Part name="Action’s code">
        <span className="code">{row.action}</span>
      </Part>
    </div>
  );
}

const wordOfRole = (role: string): string => {
  const known: Role | undefined = roles.find((one) => one === role);
  return known ? roleNames[known].toLowerCase() : role;
};

function Target({ row, nameOf }: Pick<AuditDetailsProps, 'row' | 'nameOf'>) {
  const { targetType, targetId, profileId } = row;
  const name = targetType === 'person' ? nameOf(targetId) : undefined;
  const isCard = targetType === 'card' && profileId !== null;
  return (
    <>
      {name !== undefined && <span className="block">{name}</span>}
      <Copyable value={targetId} what={`id of the ${targetType}`} />
      {isCard && (
        <Small>
          Profile {profileId} ·{' '}
          <Link
            href={{ pathname: `/cards/${profileId}/${encodeURIComponent(targetId)}` }}
            prefetch={false}
            className="inline-flex min-h-6 items-center"
          >
            Open the card
          </Link>
        </Small>
      )}
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 text-body text-ink wrap-anywhere">
      <div className="text-meta text-ink-3">{name}</div>
      {children}
    </div>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-meta text-ink-2">{children}</span>;
}
