'use client';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Mark } from '@/components/ui/mark';
import { Section } from '@/components/ui/page';
import { Tag } from '@/components/ui/status';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { OverviewItem } from '@/lib/contracts/overview';
import { countOf } from '@/lib/format/counts';
import { formatDay, formatTableTime, zoneName } from '@/lib/format/times';
import { nextOfAlert, titleOfAlert } from '@/components/cards/holds/hold-words';
import { cardPathOf } from './card-path';
import { wordsOfCases } from './case-words';
import { wordsOfGroup } from './group-words';
import { wordsOfOrders } from './order-words';
import type { Words } from './words';

export function NeedsYou({ items }: { items: OverviewItem[] }) {
  const mayDecide = useCan('approvals.decide');
  const mayHold = useCan('cards.hold');
  const mayOrder = useCan('card-orders.write');
  return (
    <Section
      title="Needs you now"
      {...(items.length > 0 && {
        end: (
          <Tag>
            {items.length}
            <span className="sr-only"> waiting</span>
          </Tag>
        ),
      })}
    >
      {items.length === 0 ? (
        <div role="status" className="pt-0.5 pb-1 text-ink-2">
          <p className="font-label text-ink">Nothing waits for you.</p>
          <p>
            {mayDecide
              ? 'What others ask you to decide, and changes of yours that Wise has not confirmed yet, come up here.'
              : mayHold
                ? 'Reviews of your holds, held cards that became active, and changes of yours that Wise has not confirmed yet come up here.'
                : mayOrder
                  ? 'Card orders to see to, and changes of yours that Wise has not confirmed yet come up here.'
                  : 'Changes of yours that Wise has not confirmed yet come up here.'}
          </p>
        </div>
      ) : (
        <ul>
          {items.map((item, index) => (
            <Item key={keyOf(item)} item={item} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function keyOf(item: OverviewItem): string {
  if (item.kind === 'approval') return item.approvalId;
  if (item.kind === 'batch-group') return item.batchGroupId;
  if (item.kind === 'card-orders') return `${item.kind} ${item.need}`;
  if ('holdId' in item) return `${item.kind} ${item.holdId}`;
  return item.kind === 'outcome-unknown' ? `${item.at} ${item.cardToken}` : item.kind;
}

function Item({ item, isFirst }: { item: OverviewItem; isFirst: boolean }) {
  const timeZone = useTimeZone();
  const at = (
    <time dateTime={item.at}>
      {formatTableTime(item.at, timeZone)} {zoneName(timeZone, new Date(item.at))}
    </time>
  );
  const { mark, tone, title, text, href, query, act } = wordsOf(item, at, timeZone);
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line-soft py-2 first:border-t-0 max-narrow:grid-cols-[18px_minmax(0,1fr)]">
      <Mark mark={mark} tone={tone} className="mt-[5px] self-start" />
      <div className="min-w-0">
        <h3>{title}</h3>
        <p className="text-ink-2">{text}</p>
      </div>
      <ButtonLink
        size="sm"
        variant={isFirst ? 'primary' : 'secondary'}
        href={{ pathname: href, ...(query && { query }) }}
        className="max-narrow:col-start-2 max-narrow:mt-1.5 max-narrow:justify-self-start"
      >
        {act}
      </ButtonLink>
    </li>
  );
}

const whatOf: Record<string, (card: string) => string> = {
  FROZEN: (card) => `Did the freeze of card ${card} arrive?`,
  ACTIVE: (card) => `Did card ${card} become active?`,
  BLOCKED: (card) => `Did the block of card ${card} arrive?`,
  'cards.update-status': (card) => `Did the change of card ${card}’s status arrive?`,
  'pin-count.reset': (card) => `Was the wrong-PIN count of card ${card} cleared?`,
  'spending-permissions.update': (card) => `Did the switches of card ${card} change?`,
};

function wordsOf(item: OverviewItem, at: ReactNode, timeZone: string): Words {
  switch (item.kind) {
    case 'outcome-unknown':
      return {
        mark: 'unknown',
        tone: 'warn',
        title:
          whatOf[item.to ?? item.action]?.(item.lastFourDigits) ??
          `Did the change to card ${item.lastFourDigits} arrive?`,
        text: <>Wise did not answer, {at}. Not sent again: the console asks Wise itself.</>,
        href: cardPathOf(item),
        act: 'Look at the card',
      };
    case 'approval':
      return {
        mark: 'waits',
        tone: 'warn',
        title: `${approvalKinds[item.asks].title}: ${item.subject}`,
        text: (
          <>
            Waits for your word. Asked by {item.requestedBy}, {at}. Nothing changes before.
          </>
        ),
        href: '/approvals',
        query: { id: item.approvalId },
        act: 'Read and decide',
      };
    case 'batch-group':
      return wordsOfGroup(item, at, timeZone);
    case 'card-orders':
      return wordsOfOrders(item, at);
    case 'cases':
      return wordsOfCases(item, at);
    case 'new-codes':
      return {
        mark: 'unknown',
        tone: 'warn',
        title: countOf(item.codes, 'new code'),
        text: <>Payments were declined by codes that nobody has classified, the last of them met {at}.</>,
        href: '/declines/new-codes',
        act: item.codes === 1 ? 'See the code' : 'See the codes',
      };
    case 'connection-broken':
      return {
        mark: 'needs-a-hand',
        tone: 'bad',
        title: `${countOf(item.profiles, 'profile')} no longer connected to Wise`,
        text: (
          <>
            Wise refused the console’s access, {at}. Cards of{' '}
            {item.profiles === 1 ? 'this profile' : 'these profiles'} show what was last read, and nothing on
            them can be changed.
          </>
        ),
        href: '/settings/connections',
        query: { state: 'broken' },
        act: 'See and reconnect',
      };
    case 'held-card-active':
      return {
        mark: item.status === 'ACTIVE' ? 'needs-a-hand' : 'paused',
        tone: item.status === 'ACTIVE' ? 'bad' : 'warn',
        title: `Held card ${item.lastFourDigits} ${titleOfAlert(item)}`,
        text: (
          <>
            {at}. {nextOfAlert(item)}
          </>
        ),
        href: cardPathOf(item),
        act: 'Look at the card',
      };
    case 'hold-review-due':
      return {
        mark: 'paused',
        tone: 'warn',
        title: item.holderHasLeft
          ? `The hold on card ${item.lastFourDigits} needs somebody to answer for it`
          : `The hold on card ${item.lastFourDigits} is to be reviewed`,
        text: (
          <>
            {item.holderHasLeft ? `${item.heldBy} held it and has left this role. Review on` : 'Due'}{' '}
            {formatDay(item.reviewOn)}; held since {at}. Lift it, or set the next review.
          </>
        ),
        href: cardPathOf(item),
        act: 'Review',
      };
    case 'more-hold-reviews-due':
      return {
        mark: 'paused',
        tone: 'warn',
        title: `${countOf(item.holds, 'more hold')} to be reviewed`,
        text: <>Those above are due longest.</>,
        href: '/cards',
        query: { hold: 'yours' },
        act: 'See your holds',
      };
    case 'cards-suspended':
      return {
        mark: 'barred',
        tone: 'secret',
        title: `${countOf(item.cards, 'card')} suspended by Wise`,
        text: <>Latest change {at}. Wise does not say why and only Wise can lift it.</>,
        href: '/cards',
        query: { status: 'PARTNER_SUSPENDED' },
        act: item.cards === 1 ? 'See the card' : `See all ${item.cards}`,
      };
  }
}
