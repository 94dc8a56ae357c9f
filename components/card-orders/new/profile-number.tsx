'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

interface ProfileNumberProps {
  profileId: string;
  error: string | undefined;
  onLookUp: (profileId: string) => void;
}

/** A branch is shown no list of customers: it knows the number of the one at the counter. */
export function ProfileNumber({ profileId, error, onLookUp }: ProfileNumberProps) {
  const [typed, setTyped] = useState(profileId);
  const lookUp = () => typed !== '' && onLookUp(typed);
  return (
    <div className="flex items-start gap-2">
      <Field
        label="Number of the customer’s profile"
        hint="As Wise has it. That you looked it up is recorded."
        error={error}
        className="flex-1"
      >
        {(parts) => (
          <Input
            {...parts}
            className="code"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, '').slice(0, 19))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || typed === profileId) return;
              event.preventDefault();
              lookUp();
            }}
          />
        )}
      </Field>
      <Button className="mt-[25px]" onClick={lookUp}>
        Look up
      </Button>
    </div>
  );
}
