'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { StatusMark } from '@/components/ui/status';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { formatTableTime } from '@/lib/format/times';

const SignDialog = dynamic(() => import('./sign-dialog').then((module) => module.SignDialog), { ssr: false });

const whyNot: Record<NonNullable<PlasticDay['whyNotSign']>, string> = {
  'not-counted': 'Count the blanks at opening and at closing first.',
  signed: 'Two people have signed it.',
  'signed-by-you': 'Your name is here. The second one is somebody else’s.',
};

export function Signatures({ day }: { day: PlasticDay }) {
  const mayWrite = useCan('plastic.write');
  const timeZone = useTimeZone();
  const [isOpen, setOpen] = useState(false);
  const { signatures, whyNotSign } = day;
  const isSigned = whyNotSign === 'signed';
  return (
    <Section title="Signed by two">
      {isSigned && <StatusMark look={{ word: 'Signed', tone: 'good', mark: 'works' }} />}
      {signatures.length > 0 && (
        <ul className="mt-1 grid gap-1.5">
          {signatures.map(({ name, at, note }) => (
            <li key={`${name} ${at}`}>
              <span className="font-label">{name}</span>{' '}
              <time dateTime={at} className="text-meta text-ink-3">
                {formatTableTime(at, timeZone)}
              </time>
              {note !== '' && <span className="block text-ink-2">“{note}”</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-ink-2">
        {whyNotSign === null
          ? signatures.length === 0
            ? 'Nobody has signed this day.'
            : 'One more name is missing.'
          : whyNot[whyNotSign]}
      </p>
      {mayWrite && !isSigned && (
        <Button
          size="sm"
          className="mt-2"
          notNow={whyNotSign === null ? undefined : whyNot[whyNotSign]}
          onClick={() => setOpen(true)}
        >
          Sign the day…
        </Button>
      )}
      {isOpen && <SignDialog day={day} onClose={() => setOpen(false)} />}
    </Section>
  );
}
