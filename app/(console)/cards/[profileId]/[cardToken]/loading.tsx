import { CardPending } from '@/components/cards/card-page/page-states';

export default function Loading() {
  return <CardPending />;
}
