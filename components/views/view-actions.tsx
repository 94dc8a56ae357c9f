'use client';
import { Ellipsis, Pencil, Save, Trash2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast';
import type { ApiError } from '@/lib/client/api-error';
import { useChangeView, useSetDefaultView, useTakeOverView } from '@/lib/client/views/mutations';
import { useTeam } from '@/lib/client/views/use-team';
import type { ListAddress } from '@/lib/client/views/view-address';
import type { SavedView } from '@/lib/contracts/views';
import { EditViewDialog } from './edit-view-dialog';

interface ViewActionsProps {
  view: SavedView;
  address: ListAddress;
  isChanged: boolean;
  isDefault: boolean;
  onDelete: () => void;
}

/** What can be done to the view that is open. */
export function ViewActions({ view, address, isChanged, isDefault, onDelete }: ViewActionsProps) {
  const change = useChangeView(view);
  const takeOver = useTakeOverView(view);
  const setDefault = useSetDefaultView(view.list);
  const team = useTeam();
  const [isEditing, setEditing] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const failed = { onError: setFailure };

  const saveChanges = () => {
    const { query: before } = view;
    const undo = ({ version }: SavedView) => change.mutate({ version, query: before }, failed);
    change.mutate(
      { version: view.version, query: address.query },
      {
        ...failed,
        onSuccess: (saved) =>
          void showToast({
            text: `“${saved.name}” shows this now.`,
            undo: { label: 'Undo', act: () => undo(saved) },
          }),
      },
    );
  };

  const entries = (): MenuEntry[] => [
    { kind: 'heading', label: ownershipOf(view, team) },
    {
      kind: 'check',
      label: 'Open the list with this',
      checked: isDefault,
      onChange: (isOn) => setDefault.mutate(isOn ? view.id : null, failed),
    },
    ...(isChanged && view.isOwn
      ? [{ kind: 'item' as const, label: 'Save changes', icon: <Save />, onSelect: saveChanges }]
      : []),
    ...(view.isOwn
      ? [
          {
            kind: 'item' as const,
            label: 'Rename or share…',
            icon: <Pencil />,
            onSelect: () => setEditing(true),
          },
        ]
      : []),
    ...(view.ownerHasLeft
      ? [
          {
            kind: 'item' as const,
            label: 'Make it yours',
            icon: <UserCheck />,
            onSelect: () => takeOver.mutate(undefined, failed),
          },
        ]
      : []),
    ...(view.isOwn || view.ownerHasLeft
      ? [
          {
            kind: 'item' as const,
            label: 'Delete…',
            icon: <Trash2 />,
            tone: 'danger' as const,
            onSelect: onDelete,
          },
        ]
      : []),
  ];

  return (
    <>
      <span className="flex flex-none items-center gap-0.5">
        <Menu
          label={`Actions for the view ${view.name}`}
          isIcon
          size="xs"
          variant="quiet"
          face={<Ellipsis />}
          entries={entries}
        />
        {isChanged && view.isOwn && (
          <Button size="xs" className="max-narrow:hidden" busy={change.isPending} onClick={saveChanges}>
            {change.isPending ? 'Saving' : 'Save changes'}
          </Button>
        )}
      </span>
      {isEditing && <EditViewDialog view={view} onClose={() => setEditing(false)} />}
      {failure && (
        <Dialog
          title={`“${view.name}” is as it was`}
          onClose={() => setFailure(undefined)}
          footer={<Button onClick={() => setFailure(undefined)}>Close</Button>}
        >
          <ErrorState error={failure} />
        </Dialog>
      )}
    </>
  );
}

function ownershipOf({ isOwn, isShared, ownerHasLeft, ownerName }: SavedView, team: string): string {
  if (ownerHasLeft) return `Shared by ${ownerName}, who has left the team`;
  if (!isOwn) return `Shared by ${ownerName}`;
  return isShared ? `Yours, shared with ${team}` : 'Yours alone';
}
