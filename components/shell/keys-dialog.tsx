'use client';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { useSession } from '@/lib/client/session/session-provider';
import { type KeyList, listKeys } from './key-lists';
import { useFindKey } from './use-find-key';

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const lists = listKeys(useSession(), usePathname(), useFindKey());
  const [areOn, setOn] = useState(() => document.documentElement.dataset.keys !== 'off');
  const switchKeys = (isOn: boolean) => {
    setPreference('keys', isOn ? 'on' : 'off');
    setOn(isOn);
  };
  return (
    <Dialog
      title="Keys"
      description="Dead while you write in a field. What changes a card only opens its dialog."
      width="wide"
      onClose={onClose}
      footer={
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      }
    >
      <Checkbox
        label="Single keys"
        hint="Off: a letter or a sign alone does nothing."
        checked={areOn}
        onChange={({ target }) => switchKeys(target.checked)}
      />
      <div className="gap-x-8 narrow:columns-2">
        {lists.map((list) => (
          <Rows key={list.head} {...list} />
        ))}
      </div>
    </Dialog>
  );
}

function Rows({ head, rows }: KeyList) {
  return (
    <section className="mb-3 break-inside-avoid">
      <h3 className="mb-1">{head}</h3>
      <dl className="grid gap-1">
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt className="text-ink-2">{does}</dt>
            <dd className="flex flex-none gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
