import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { CardPage } from '@/components/cards/card-page/card-page';
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

export default async function Page({ params }: Props) {
  const path = await params;
  return (
    <HydrationBoundary state={await readCardPage(path)}>
      <CardPage key={path.cardToken} profileId={path.profileId} cardToken={path.cardToken} />
    </HydrationBoundary>
  );
}
