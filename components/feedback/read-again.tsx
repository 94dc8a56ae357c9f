import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Freshness } from './freshness';

interface ReadAgainProps {
  list: {
    data: { pages: readonly { asOf: string }[] } | undefined;
    isFetching: boolean;
    isFetchingNextPage: boolean;
    refetch: () => Promise<unknown>;
  };
}

/** Of a list that is read from Wise and by nobody's event: since when it stands, and the way to a newer one. */
export function ReadAgain({ list }: ReadAgainProps) {
  const asOf = list.data?.pages[0]?.asOf;
  return (
    <>
      {asOf !== undefined && <Freshness at={asOf} />}
      <Button
        size="sm"
        variant="quiet"
        icon={<RotateCw />}
        busy={list.isFetching && !list.isFetchingNextPage}
        onClick={() => void list.refetch()}
      >
        Read again
      </Button>
    </>
  );
}
