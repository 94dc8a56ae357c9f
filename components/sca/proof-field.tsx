'use client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { ApiError } from '@/lib/client/api-error';
import { useSendPasscode } from '@/lib/client/sca/queries';
import type { ScaChallenge, ScaState } from '@/lib/contracts/sca';
import { takeFocus } from './focus';
import { wordsOfProof } from './sca-words';

interface ProofFieldProps {
  sca: ScaState;
  challenge: ScaChallenge;
  /** The type of proof chosen: the challenge's own, or one that Wise takes in its place. */
  chosen: string;
  choose: (type: string) => void;
  value: string;
  type: (value: string) => void;
  error: ApiError | undefined;
}

/** One proof: where it has to be sent first, the ways to have it sent; then the field. */
export function ProofField({ sca, challenge, chosen, choose, value, type, error }: ProofFieldProps) {
  const send = useSendPasscode(sca.scaId);
  const words = wordsOfProof(chosen);
  const sent = send.data && send.variables === words.way ? send.data : undefined;
  const others = [challenge.type, ...challenge.alternatives].filter(
    (other) => other !== chosen && wordsOfProof(other).factor !== undefined,
  );
  const fault = error?.code === 'sca_proof_wrong' ? error.problem.detail : error?.fieldError('value');
  return (
    <div className="grid gap-2">
      {words.way && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            key={chosen}
            ref={takeFocus}
            data-autofocus
            size="sm"
            busy={send.isPending}
            onClick={() => words.way && send.mutate(words.way)}
          >
            {sent ? 'Send another code' : words.send}
          </Button>
          <span role="status" className="text-meta text-ink-3">
            {sent ? `Sent to the number that ends ${sent.sentTo.slice(-4)}.` : ''}
          </span>
        </div>
      )}
      {send.error && (
        <p role="alert" className="text-meta text-bad">
          {send.error.problem.title}. {send.error.problem.advice}
        </p>
      )}
      {(!words.way || sent) && words.label && (
        <TextField
          key={chosen}
          label={words.label}
          error={fault}
          ref={takeFocus}
          type={words.way ? 'text' : 'password'}
          inputMode={chosen === 'PARTNER_DEVICE_FINGERPRINT' ? 'text' : 'numeric'}
          autoComplete={words.way ? 'one-time-code' : 'off'}
          maxLength={chosen === 'PIN' ? 4 : 1000}
          value={value}
          onChange={(text) => type(words.way ? text.trim() : text)}
        />
      )}
      {others.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-1 text-meta text-ink-3">
          Another way:
          {others.map((other) => (
            <Button key={other} size="xs" variant="quiet" onClick={() => choose(other)}>
              {wordsOfProof(other).name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
