import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Suspense } from 'react';
import { setTimeout as after } from 'node:timers/promises';
import { CardPage } from '@/components/cards/card-page/card-page';
import { CardPending } from '@/components/cards/card-page/page-states';
import type { CardPath } from '@/lib/contracts/cards';
import { speakCardEnd } from '@/lib/format/card-numbers';
import { readCardOnce, readCardPage } from './read-card-page';

interface Props {
  params: Promise<CardPath>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profileId, cardToken } = await params;
  const card = await readCardOnce(profileId, cardToken);
  if (!card) return { title: 'Card' };
  const end = speakCardEnd(card.lastFourDigits);
  return { title: card.cardHolderName === null ? `C${end.slice(1)}` : `${card.cardHolderName}, ${end}` };
}

/** React shows what comes after a pending state no sooner than 300 ms after it, so a wait this long costs nothing. */
const waitForContentMs = 300;

export default async function Page({ params }: Props) {
  const path = await params;
  const reading = readCardPage(path);
  const opensTab = (await headers()).get('sec-fetch-dest') === 'document';
  const state = opensTab && (await Promise.race([reading, after(waitForContentMs)]));
  if (state) return <Card path={path} state={state} />;
  return (
    <Suspense fallback={<CardPending />}>
      {reading.then((read) => (
        <Card path={path} state={read} />
      ))}
    </Suspense>
  );
}

function Card({ path, state }: { path: CardPath; state: DehydratedState }) {
  return (
    <HydrationBoundary state={state}>
      <CardPage key={path.cardToken} profileId={path.profileId} cardToken={path.cardToken} />
    </HydrationBoundary>
  );
}
