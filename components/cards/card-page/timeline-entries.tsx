import { Fragment, type ReactNode } from 'react';
import type { TimelineDay } from '@/components/ui/timeline';
import { type DatedEntry, toDays } from '@/components/ui/timeline-days';
import { identityCheckTexts } from '@/lib/catalogues/hand-overs';
import { textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';
import { lookOfCardStatus, type Mark, type Tone } from '@/lib/catalogues/statuses';
import type { CardEvent } from '@/lib/contracts/cards';
import { formatDay } from '@/lib/format/times';
import { byWhom, verbOfChange, wordOfChange } from './status-text';

interface Look {
  mark: Mark;
  tone: Tone;
  text: ReactNode;
  note?: string;
}
const strong = (text: string) => <b className="font-[560]">{text}</b>;

/** Days with their entries, newest first, in the person's zone. */
export function toTimelineDays(
  events: readonly CardEvent[],
  madeAt: string | undefined,
  timeZone: string,
): TimelineDay[] {
  const entries = events.map(entryOfEvent);
  return toDays(madeAt === undefined ? entries : [...entries, madeEntry(madeAt)], timeZone);
}

/** What happened to a card, as it reads wherever a timeline tells it. */
export function entryOfEvent(event: CardEvent): DatedEntry {
  const { note, ...look } = lookOf(event);
  const small = [
    note,
    event.reviewOn === null ? undefined : `Review ${formatDay(event.reviewOn)}`,
    event.reason === null ? undefined : `“${event.reason}”`,
    event.identityCheckedBy && identityCheckTexts[event.identityCheckedBy],
  ]
    .filter(Boolean)
    .join(' · ');
  return { id: event.id, at: event.at, ...look, ...(small === '' ? {} : { small }) };
}

const madeEntry = (at: string): DatedEntry => ({
  id: 'made',
  at,
  mark: 'works',
  tone: 'quiet',
  text: <>{strong('Made')} at Wise</>,
});

function lookOf(event: CardEvent): Look {
  const who = byWhom(event);
  const asked = (
    <>
      {whatWasAsked(event)}, asked {who}
    </>
  );
  switch (event.outcome) {
    case 'succeeded':
      return whatWasDone(event, who);
    case 'failed':
      return { mark: 'no', tone: 'quiet', text: <>Not done: {asked}</>, note: 'Nothing has changed' };
    case 'to-confirm':
      return { mark: 'waits', tone: 'quiet', text: <>To be confirmed at Wise first: {asked}</> };
    case 'unknown':
      return {
        mark: 'unknown',
        tone: 'warn',
        text: <>Not known yet: {asked}</>,
        note: event.kind === 'pin-count' ? 'Wise does not tell the count' : 'The console asks Wise',
      };
    case 'running':
      return { mark: 'moving', tone: 'busy', text: <>Under way: {asked}</> };
  }
}

function whatWasDone({ kind, action, from, to, changes }: CardEvent, who: string): Look {
  if (kind === 'pin-count') {
    return {
      mark: 'works',
      tone: 'quiet',
      text: (
        <>
          Wrong-PIN count {strong('cleared')} {who}
        </>
      ),
    };
  }
  if (kind === 'hand-over') {
    return {
      mark: 'works',
      tone: 'good',
      text: (
        <>
          {strong('Handed over')} {who}
        </>
      ),
    };
  }
  if (kind === 'reveal') {
    return {
      mark: 'waits',
      tone: 'secret',
      text: (
        <>
          {revealed(action)} {strong('revealed')} {who.replace(/^by /, 'to ')}
        </>
      ),
    };
  }
  if (kind === 'hold') return whatWasDoneToHold(action, to, who);
  if (kind === 'spending-permissions') {
    const isOn = changes.some(({ isEnabled }) => isEnabled);
    return {
      mark: isOn ? 'works' : 'not-begun',
      tone: 'quiet',
      text: (
        <>
          {switched(changes, (names, way) => (
            <>
              {names} switched {way}
            </>
          ))}{' '}
          {who}
        </>
      ),
    };
  }
  const { mark, tone } = lookOfCardStatus(to ?? '');
  return {
    mark,
    tone,
    text: (
      <>
        {strong(wordOfChange(from, to))} {who}
      </>
    ),
  };
}

function whatWasDoneToHold(action: string, to: string | null, who: string): Look {
  const done = heldWords[action]?.done ?? action;
  const isLift = action === 'cards.lift-hold';
  const along = to === null ? '' : isLift ? ', card unfrozen,' : ', card frozen,';
  return {
    mark: action === 'cards.hold' ? 'paused' : isLift ? 'works' : 'not-begun',
    tone: action === 'cards.hold' ? 'warn' : 'quiet',
    text: (
      <>
        {strong(done)}
        {along} {who}
      </>
    ),
  };
}

const revealed = (action: string) => (action === 'pin.reveal' ? 'PIN' : 'Card number');

const heldWords: Record<string, { done: string; asked: string }> = {
  'cards.hold': { done: 'Held until reviewed', asked: 'hold until reviewed' },
  'cards.change-hold': { done: 'Hold reviewed', asked: 'set the next review' },
  'cards.lift-hold': { done: 'Hold lifted', asked: 'lift the hold' },
};

function whatWasAsked({ kind, action, from, to, changes }: CardEvent): ReactNode {
  if (kind === 'hold') return strong(heldWords[action]?.asked ?? action);
  if (kind === 'hand-over') return strong('hand it over');
  if (kind === 'pin-count') return 'clear the wrong-PIN count';
  if (kind === 'reveal') return `reveal the ${action === 'pin.reveal' ? 'PIN' : 'card number'}`;
  if (kind === 'status') return strong(verbOfChange(from, to));
  return switched(changes, (names, way) => (
    <>
      switch {names} {way}
    </>
  ));
}

/** First what goes on, then what goes off, each with its names. */
function switched(
  changes: CardEvent['changes'],
  say: (names: string, way: ReactNode) => ReactNode,
): ReactNode {
  const parts = [true, false].flatMap((isEnabled) => {
    const names = changes
      .filter((change) => change.isEnabled === isEnabled)
      .map(({ type }) => textOfSpendingPermission(type).name);
    return names.length === 0 ? [] : [say(names.join(', '), strong(isEnabled ? 'on' : 'off'))];
  });
  return parts.map((part, index) => (
    <Fragment key={index === 0 ? 'first' : 'second'}>
      {index > 0 && '; '}
      {part}
    </Fragment>
  ));
}
