import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Bar } from '@/components/ui/skeleton';
import { UrlLink } from '@/components/ui/url-link';
import { ErrorState } from './error-state';

interface ShownOneProps<Thing> {
  read: UseQueryResult<Thing>;
  /** As in "This case could not be read." */
  noun: string;
  /** Back to the list: "All cases". */
  back: { href: string; label: string };
  children: (thing: Thing) => ReactNode;
}

/** One of a list, beside it: being read, not to be read, or as it is; what was read once stays while it cannot be read again. */
export function ShownOne<Thing>({ read, noun, back, children }: ShownOneProps<Thing>) {
  const { data, error, isFetching, refetch } = read;
  return (
    <>
      {error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={error}
          title={`This ${noun} could not be read${data === undefined ? '' : ' again'}.`}
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {data !== undefined && children(data)}
      {data === undefined && error && (
        <UrlLink href={back.href} className="mx-(--gutter) inline-flex min-h-6 items-center">
          {back.label}
        </UrlLink>
      )}
      {data === undefined && !error && (
        <div aria-busy="true" className="grid animate-late gap-3 px-(--gutter) pt-4">
          <Bar className="w-[40%]" />
          <Bar className="w-[70%]" />
          <Bar className="w-[55%]" />
        </div>
      )}
    </>
  );
}
