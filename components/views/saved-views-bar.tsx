'use client';
import { Bookmark } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { type View, ViewsBar } from '@/components/ui/views-bar';
import type { SavedViewListName } from '@/lib/catalogues/saved-views';
import { replaceUrl } from '@/lib/client/url/write-url';
import { useViews } from '@/lib/client/views/queries';
import { findCurrentView, isChangedView, type ListAddress } from '@/lib/client/views/view-address';
import type { SavedView } from '@/lib/contracts/views';

const loadSave = () => import('./save-view-dialog').then((module) => module.SaveViewDialog);
const SaveViewDialog = dynamic(loadSave, { ssr: false });
const DeleteViewDialog = dynamic(
  () => import('./delete-view-dialog').then((module) => module.DeleteViewDialog),
  { ssr: false },
);
const ViewActions = dynamic(() => import('./view-actions').then((module) => module.ViewActions), {
  ssr: false,
});

interface SavedViewsBarProps {
  list: SavedViewListName;
  label: string;
  address: ListAddress;
  /** What shows everything, and a count where it is known. */
  all: Pick<View, 'label' | 'href' | 'count'>;
  /** The list's own, after the saved ones. */
  more?: (current: SavedView | undefined) => View[];
}

export function SavedViewsBar({ list, label, address, all, more }: SavedViewsBarProps) {
  const { data } = useViews(list);
  const [isSaving, setSaving] = useState(false);
  /** Held here: what the view itself shows leaves the page as soon as it is gone. */
  const [deleted, setDeleted] = useState<SavedView>();
  const saved = data?.items ?? [];
  const current = findCurrentView(saved, address);
  const isChanged = current !== undefined && isChangedView(current, address);
  const own = more?.(current) ?? [];
  const isOwnCurrent = own.some(({ isCurrent }) => isCurrent);
  const views: View[] = [
    current
      ? { key: 'all', label: all.label, href: address.hrefFor(''), isCurrent: false }
      : { key: 'all', ...all, isCurrent: !isOwnCurrent },
    ...saved.map((view) => ({
      key: view.id,
      href: address.hrefFor(view.query, view.id),
      isCurrent: view === current,
      title: view.isOwn ? undefined : `Shared by ${view.ownerName}`,
      label: (
        <>
          <span className="max-w-[220px] truncate">{view.name}</span>
          {view === current && isChanged && <span className="text-meta font-[460] text-ink-3">changed</span>}
        </>
      ),
    })),
    ...own,
  ];
  return (
    <>
      <ViewsBar
        label={label}
        views={views}
        end={
          <>
            {current && (
              <ViewActions
                key={current.id}
                view={current}
                address={address}
                isChanged={isChanged}
                isDefault={data?.defaultViewId === current.id}
                onDelete={() => setDeleted(current)}
              />
            )}
            <button
              type="button"
              onPointerEnter={() => void loadSave()}
              onClick={() => setSaving(true)}
              className="inline-flex h-9 flex-none items-center gap-1.5 rounded-sm px-2.5 font-[500] whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink"
            >
              <Bookmark className="size-3.5!" />
              <span className="max-narrow:sr-only">Save this view</span>
            </button>
          </>
        }
      />
      {isSaving && <SaveViewDialog list={list} address={address} onClose={() => setSaving(false)} />}
      {deleted && (
        <DeleteViewDialog
          view={deleted}
          onClose={() => setDeleted(undefined)}
          onDeleted={() => {
            setDeleted(undefined);
            replaceUrl(address.hrefFor(address.query));
          }}
        />
      )}
    </>
  );
}
