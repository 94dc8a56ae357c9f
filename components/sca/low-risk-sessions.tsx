'use client';
import { ShieldCheck } from 'lucide-react';
import { useLowRiskSessions } from '@/lib/client/sca/low-risk';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatHourMinute } from '@/lib/format/times';

/** For whom Wise asks nothing more about requests of low risk, and until when. */
export function LowRiskSessions() {
  const sessions = useLowRiskSessions();
  const timeZone = useTimeZone();
  if (sessions.length === 0) return null;
  return (
    <ul aria-label="Confirmed at Wise" className="grid gap-1 px-[9px] py-1.5 text-meta text-ink-2">
      {sessions.map(({ ownerName, until }) => {
        const text = `Wise asks nothing about low-risk requests for ${ownerName} until ${formatHourMinute(until, timeZone)}`;
        return (
          <li key={ownerName} title={text} className="flex gap-[9px]">
            <ShieldCheck
              role="img"
              aria-label={`${text}.`}
              className="mt-0.5 size-3.5! flex-none text-good"
            />
            <span aria-hidden className="rail-word">
              {text}.
            </span>
          </li>
        );
      })}
    </ul>
  );
}
