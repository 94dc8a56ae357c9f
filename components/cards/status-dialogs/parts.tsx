import { ErrorState } from '@/components/feedback/error-state';
import { Button, type ButtonVariant } from '@/components/ui/button';
import type { ApiError } from '@/lib/client/api-error';
import { formatScheme } from '@/lib/format/card-numbers';
import { CardNumber } from '../card-number';
import type { CardInDialog } from './use-status-change';

/** "Amara Okafor, Visa •••• 4417." */
export function CardNamed({ card }: { card: CardInDialog }) {
  return (
    <span className="font-label text-ink">
      {card.cardHolderName ?? 'No name'}, {formatScheme(card.cardProgram.scheme)}{' '}
      <CardNumber lastFourDigits={card.lastFourDigits} />.
    </span>
  );
}

/** `done`: the word of "whether the card was frozen". */
export function OutcomeNotice({ error, done }: { error: ApiError | null; done: string }) {
  if (!error) return null;
  const isUnknown = error.problem.certain === 'unknown';
  return (
    <ErrorState
      error={error}
      {...(isUnknown ? { title: `We do not know yet whether the card was ${done}.` } : {})}
    />
  );
}

interface DialogAnswersProps {
  /** The safe answer, by its own name. */
  keep: string;
  label: string;
  busyLabel: string;
  variant?: ButtonVariant;
  isPending: boolean;
  isUnknown: boolean;
  onClose: () => void;
}

/** The safe answer first. Once the outcome is unknown there is only Close: the console finds out by itself. */
export function DialogAnswers(props: DialogAnswersProps) {
  const { keep, label, busyLabel, variant = 'primary', isPending, isUnknown, onClose } = props;
  if (isUnknown) {
    return (
      // What had the focus is gone from the dialog.
      <Button ref={(button) => button?.focus()} onClick={onClose}>
        Close
      </Button>
    );
  }
  return (
    <>
      <Button onClick={onClose} busy={isPending}>
        {keep}
      </Button>
      <Button type="submit" variant={variant} busy={isPending}>
        {isPending ? busyLabel : label}
      </Button>
    </>
  );
}
