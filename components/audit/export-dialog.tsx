'use client';
import { useState } from 'react';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { downloadFile } from '@/lib/client/download-file';
import { exportAudit } from '@/lib/contracts/audit';
import type { QueryOf } from '@/lib/contracts/define-endpoint';

type Reason = NonNullable<QueryOf<typeof exportAudit>>['reason'];
const reasons: Record<Reason, string> = {
  regulator: 'A regulator asked',
  'internal-audit': 'Internal audit',
  investigation: 'Investigation',
  routine: 'Routine copy',
};

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [isSaved, setSaved] = useState(false);
  if (isSaved) {
    return (
      <Dialog
        title="The trail is saved"
        onClose={onClose}
        footer={
          <Button variant="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        }
      >
        <Notice tone="good" title="Saved as audit-trail.jsonl.">
          Check it with <code className="code">npm run verify-audit FILE</code>, without this console and
          without a network. Keep the public key from this page apart from the file.
        </Notice>
      </Dialog>
    );
  }
  return (
    <ReasonDialog
      title="Export the whole trail?"
      description="Every row from the first to the newest, with the signed heads between, whatever the filters say. Your name and the reason are recorded."
      reasons={reasons}
      act="Export the trail"
      onSend={(reason, { signal }) => downloadFile(exportAudit, { reason }, { watch: { signal } })}
      onSent={() => setSaved(true)}
      onClose={onClose}
    />
  );
}
