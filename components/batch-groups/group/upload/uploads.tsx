'use client';
import { FileUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { Incoming } from './use-incoming';

const UploadDialog = dynamic(() => import('./upload-dialog').then((module) => module.UploadDialog), {
  ssr: false,
});

interface UploadsProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  incoming: Incoming;
}

export function Uploads({ group, path, incoming: { arrival, clear, isOver } }: UploadsProps) {
  return (
    <>
      {isOver && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed inset-2 z-(--z-dialog) grid place-items-center rounded-xl border-2 border-dashed border-accent bg-scrim"
        >
          <p className="flex items-center gap-2.5 rounded-lg bg-raised px-5 py-3.5 font-strong shadow-pop">
            <FileUp />
            Drop the file: its rows are checked, nothing is sent
          </p>
        </div>
      )}
      {arrival && (
        <UploadDialog key={arrival.id} arrival={arrival} group={group} path={path} onClose={clear} />
      )}
    </>
  );
}
