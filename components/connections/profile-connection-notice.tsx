'use client';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { useProfileFaults } from '@/lib/client/profiles/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { ProfileConnection } from '@/lib/contracts/profiles';
import { formatDetailTime } from '@/lib/format/times';

type Fault = NonNullable<ProfileConnection['fault']>;

const mostShown = 3;

/** Says why a profile's pages are not live, since when, and what to do. Nothing while they are. */
export function ProfileConnectionNotice({
  profileIds,
  asOf,
  isWithoutCards = false,
  className,
}: {
  profileIds: readonly string[];
  /** The moment of what the page shows, where it knows better than the profile's last reading. */
  asOf?: string;
  /** The page shows nothing about cards: what a personal token does not reach is no matter here. */
  isWithoutCards?: boolean;
  className?: string;
}) {
  const found = useProfileFaults(profileIds.slice(0, mostShown));
  const faults = found.filter(({ kind }) => kind !== 'limited' || !isWithoutCards);
  if (faults.length === 0) return null;
  return (
    <div className={className}>
      <div className="grid gap-2">
        {faults.map((fault) => (
          <FaultNotice
            key={fault.profileName + fault.connectionId}
            fault={fault}
            asOf={isWithoutCards ? null : (asOf ?? fault.asOf)}
          />
        ))}
      </div>
    </div>
  );
}

function FaultNotice({ fault, asOf }: { fault: Fault; asOf: string | null }) {
  const timeZone = useTimeZone();
  const mayOpen = useCan('connections.read');
  const at = (iso: string) => formatDetailTime(iso, timeZone);
  const { since } = fault;
  return (
    <Notice
      tone="warn"
      title={titleOf(fault)}
      {...(mayOpen && {
        action: (
          <Link
            prefetch={false}
            href={{ pathname: '/settings/connections', query: { query: fault.connectionId } }}
          >
            Open the connection
          </Link>
        ),
      })}
    >
      <p>
        {since !== null && fault.kind !== 'limited' && <>Since {at(since)}. </>}
        {asOf !== null && <>What is shown is as of {at(asOf)}. </>}
        {whatToDo(fault)}
      </p>
    </Notice>
  );
}

function titleOf({ kind, owner, profileName }: Fault): string {
  const whose = owner ?? profileName;
  switch (kind) {
    case 'broken':
      return `Wise no longer lets the console act for ${whose}.`;
    case 'disconnected':
      return `${whose} is disconnected.`;
    case 'deactivated':
      return `Wise has deactivated the profile ${profileName}.`;
    case 'limited':
      return `${whose} is connected by a personal token.`;
  }
}

function whatToDo({ kind }: Fault): string {
  const reconnect = 'An administrator connects it again under Settings, Connections.';
  switch (kind) {
    case 'broken':
    case 'disconnected':
      return `Nothing on it can be changed. ${reconnect}`;
    case 'deactivated':
      return 'Nothing on it can be changed. Only Wise can take that back: its owner asks Wise.';
    case 'limited':
      return `Wise shows no cards with one, so they are not read and cannot be changed. ${reconnect}`;
  }
}
