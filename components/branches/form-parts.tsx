'use client';
import type { ReactNode } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { ApiError } from '@/lib/client/api-error';

/** What went wrong and belongs to no field of the form. */
export function GeneralFault({ error, fields }: { error: ApiError | null; fields: readonly string[] }) {
  if (!error || fields.some((field) => error.fieldError(field) !== undefined)) return null;
  return <ErrorState error={error} />;
}

interface FormAnswersProps {
  keep: string;
  label: string;
  busyLabel: string;
  isPending: boolean;
  notNow?: string | undefined;
  onClose: () => void;
}

export function FormAnswers({ keep, label, busyLabel, isPending, notNow, onClose }: FormAnswersProps) {
  return (
    <>
      <Button onClick={onClose}>{keep}</Button>
      <Button type="submit" variant="primary" busy={isPending} notNow={notNow}>
        {isPending ? busyLabel : label}
      </Button>
    </>
  );
}

interface RegisterFormProps {
  title: string;
  description: ReactNode;
  /** What is asked of the server. */
  change: { error: ApiError | null; isPending: boolean };
  /** Those that show their own fault. */
  fields: readonly string[];
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Adds something to the register. */
export function AddForm({
  label,
  change,
  fields,
  children,
  ...dialog
}: RegisterFormProps & { label: string }) {
  return (
    <Dialog
      {...dialog}
      busy={change.isPending}
      footer={
        <FormAnswers
          keep="Cancel"
          label={label}
          busyLabel="Adding"
          isPending={change.isPending}
          onClose={dialog.onClose}
        />
      }
    >
      <GeneralFault error={change.error} fields={fields} />
      {children}
    </Dialog>
  );
}

/** Changes what stands in the register. `isSame`: nothing was typed that is not there already. */
export function EditForm({
  isSame,
  change,
  fields,
  onSubmit,
  children,
  ...dialog
}: RegisterFormProps & { isSame: boolean }) {
  return (
    <Dialog
      {...dialog}
      onSubmit={() => !isSame && onSubmit()}
      busy={change.isPending}
      footer={
        <FormAnswers
          keep="Leave as it is"
          label="Change"
          busyLabel="Changing"
          isPending={change.isPending}
          notNow={isSame ? 'Nothing is changed yet' : undefined}
          onClose={dialog.onClose}
        />
      }
    >
      <GeneralFault error={change.error} fields={fields} />
      {children}
    </Dialog>
  );
}
