'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Copyable } from '@/components/ui/copyable';
import { type Fact, Facts } from '@/components/ui/facts';
import { Bar } from '@/components/ui/skeleton';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { AuditHead } from '@/lib/contracts/audit';
import { formatDetailTime } from '@/lib/format/times';

interface SignedHeadProps {
  head: AuditHead | undefined;
  error: Error | null;
  onRetry: () => void;
}

/** The newest signed row: whoever keeps it elsewhere can prove later that nothing before it was changed. */
export function SignedHead({ head, error, onRetry }: SignedHeadProps) {
  const timeZone = useTimeZone();
  if (!head && error) {
    return (
      <div className="px-(--gutter) pb-3">
        <ErrorState error={error} title="The signed head could not be read." onRetry={onRetry} />
      </div>
    );
  }
  if (!head) {
    return (
      <div className="animate-late px-(--gutter) pt-1 pb-5" aria-busy="true">
        <Bar className="w-[46%]" />
      </div>
    );
  }
  return (
    <section aria-label="Newest signed head" className="border-b border-line">
      <Facts items={factsOf(head, timeZone)} />
      <p className="-mt-1 px-(--gutter) pb-3 text-meta text-ink-3">
        A head is signed every 100 rows and every hour. Check an export on any computer with{' '}
        <code className="code text-ink-2">npm run verify-audit FILE</code>: it notices a row that was changed,
        is missing or was cut off.
      </p>
    </section>
  );
}

function factsOf(head: AuditHead, timeZone: string): Fact[] {
  const { sequence, hash, signedAt, signature, keyId, publicKey } = head;
  const key: Fact[] = [
    { label: 'Signing key', value: <Copyable value={keyId} what="key id" shown={keyId} /> },
    { label: 'Public key', value: <Copyable value={publicKey} what="public key" shown="Ed25519" /> },
  ];
  if (signedAt === null || signature === null) {
    return [{ label: 'Newest signed head', value: 'None yet: the first comes within the hour' }, ...key];
  }
  return [
    { label: 'Newest signed head', value: `Row ${sequence}` },
    { label: 'Signed', value: <time dateTime={signedAt}>{formatDetailTime(signedAt, timeZone)}</time> },
    { label: 'Hash', value: <Copyable value={hash} what="hash of the head" /> },
    { label: 'Signature', value: <Copyable value={signature} what="signature of the head" /> },
    ...key,
  ];
}
