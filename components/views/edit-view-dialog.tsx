'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useChangeView } from '@/lib/client/views/mutations';
import type { SavedView } from '@/lib/contracts/views';
import { faultOfName, searchTextOf, type ViewDraft, ViewFields } from './view-fields';

export function EditViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const change = useChangeView(view);
  const [seen] = useState(view);
  const [draft, setDraft] = useState<ViewDraft>(seen);
  const { isShared, isTeamDefault, name } = draft;
  const nameError = change.error?.fieldError('name') ?? faultOfName(name);
  const send = () => {
    if (faultOfName(name) !== undefined) return;
    change.mutate({ version: seen.version, name, isShared, isTeamDefault }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Change “${seen.name}”`}
      description={seen.isShared && !isShared && <p>The others do not see it any more. {lossOf(seen)}</p>}
      onSubmit={send}
      onClose={onClose}
      busy={change.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {change.isPending ? 'Changing' : 'Change view'}
          </Button>
        </>
      }
    >
      <ViewFields
        draft={draft}
        nameError={nameError}
        searchText={searchTextOf(seen.query)}
        onChange={(next) => {
          change.reset();
          setDraft(next);
        }}
      />
      {change.error && nameError === undefined && <ErrorState error={change.error} />}
    </Dialog>
  );
}

/** What others lose when a shared view is theirs no longer. */
export function lossOf({ isTeamDefault, openedByOthers }: SavedView): string {
  if (isTeamDefault) return 'The team opens the list with it; then it opens with everything.';
  if (openedByOthers === 0) return '';
  return openedByOthers === 1
    ? 'One other person opens the list with it.'
    : `${openedByOthers} others open the list with it.`;
}
