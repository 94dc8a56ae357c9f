'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import type { SavedViewListName } from '@/lib/catalogues/saved-views';
import { pushUrl } from '@/lib/client/url/write-url';
import { useSaveView } from '@/lib/client/views/mutations';
import type { ListAddress } from '@/lib/client/views/view-address';
import { faultOfName, searchTextOf, type ViewDraft, ViewFields } from './view-fields';

interface SaveViewDialogProps {
  list: SavedViewListName;
  address: ListAddress;
  onClose: () => void;
}

export function SaveViewDialog({ list, address, onClose }: SaveViewDialogProps) {
  const save = useSaveView(list);
  const [draft, setDraft] = useState<ViewDraft>({ name: '', isShared: false, isTeamDefault: false });
  const [isDefault, setDefault] = useState(false);
  const [isTried, setTried] = useState(false);
  const nameError = save.error?.fieldError('name') ?? (isTried ? faultOfName(draft.name) : undefined);
  const send = () => {
    setTried(true);
    if (faultOfName(draft.name) !== undefined) return;
    save.mutate(
      { ...draft, query: address.query, isDefault },
      {
        onSuccess: ({ id, query }) => {
          pushUrl(address.hrefFor(query, id));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Save this view"
      description={<p>Keeps the list as it is now: search, filters, order, columns.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={save.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {save.isPending ? 'Saving' : 'Save view'}
          </Button>
        </>
      }
    >
      <ViewFields
        draft={draft}
        nameError={nameError}
        searchText={searchTextOf(address.query)}
        onChange={(next) => {
          save.reset();
          setDraft(next);
        }}
      >
        <Checkbox
          label="Open the list with this"
          hint="When you come to it from the navigation."
          checked={isDefault}
          onChange={({ target }) => setDefault(target.checked)}
        />
      </ViewFields>
      {save.error && nameError === undefined && <ErrorState error={save.error} />}
    </Dialog>
  );
}
