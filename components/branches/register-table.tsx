'use client';
import { Store } from 'lucide-react';
import { Fragment, useRef } from 'react';
import { useRowKeys } from '@/components/data-table/row-keys';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import {
  type BranchWithKiosks,
  hrefForRegister,
  type RegisterState,
} from '@/lib/client/branches/register-state';
import { pushUrl } from '@/lib/client/url/write-url';
import type { OpenRegisterDialog } from './register-dialog';
import { BranchRow, KioskRow, RegisterHead, registerColumns } from './register-rows';

interface RegisterTableProps {
  found: BranchWithKiosks[] | undefined;
  isEmpty: boolean;
  error: Error | null;
  isFetching: boolean;
  onRetry: () => void;
  state: RegisterState;
  /** Undefined for who may only read. */
  onOpen: ((dialog: OpenRegisterDialog) => void) | undefined;
}

export function RegisterTable(props: RegisterTableProps) {
  const { found, isEmpty, error, isFetching, onRetry, state, onOpen } = props;
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const failure = error && (
    <ErrorState
      className="mx-(--gutter) my-3"
      error={error}
      title={found ? 'The register could not be read again.' : 'The register could not be read.'}
      onRetry={onRetry}
      busy={isFetching}
    />
  );
  if (failure && !found) return <div className="flex-1">{failure}</div>;
  if (found?.length === 0) return <Nothing isEmpty={isEmpty} state={state} onOpen={onOpen} />;
  let row = -1;
  return (
    <div ref={place} className="flex-1">
      {failure}
      <table role="table" className="data-table two-line" aria-busy={!found}>
        <RegisterHead />
        <tbody role="rowgroup">
          {found ? (
            found.map(({ branch, kiosks }) => {
              row += 1;
              const first = row;
              row += kiosks.length;
              return (
                <Fragment key={branch.id}>
                  <BranchRow branch={branch} index={first} onOpen={onOpen} />
                  {kiosks.map((kiosk, place) => (
                    <KioskRow
                      key={kiosk.id}
                      kiosk={kiosk}
                      index={first + 1 + place}
                      isBranchActive={branch.isActive}
                      onOpen={onOpen}
                    />
                  ))}
                </Fragment>
              );
            })
          ) : (
            <PendingRows columns={registerColumns} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function Nothing({ isEmpty, state, onOpen }: Pick<RegisterTableProps, 'isEmpty' | 'state' | 'onOpen'>) {
  if (isEmpty) {
    return (
      <div className="flex-1">
        <EmptyState
          icon={<Store />}
          title="There is no branch yet."
          action={onOpen && <Button onClick={() => onOpen({ kind: 'add-branch' })}>Add a branch…</Button>}
        >
          {onOpen
            ? 'Add the first one, then its kiosks and its manager.'
            : 'Administrators keep the register. Ask one to name your branch.'}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex-1">
      <EmptyState
        icon={<Store />}
        title={
          state.query ? `No branch or kiosk matches “${state.query}”.` : 'No branch or kiosk is like that.'
        }
        action={
          <Button
            size="sm"
            onClick={() => pushUrl(hrefForRegister({ query: '', usage: '', sort: state.sort }))}
          >
            Show all
          </Button>
        }
      >
        Try a part of the name, the place or the kiosk’s id.
      </EmptyState>
    </div>
  );
}
