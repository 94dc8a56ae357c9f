import { Field, Select } from '@/components/ui/field';
import { codeLevels, levelWords } from '@/lib/catalogues/new-codes';
import type { CodeDraft } from '@/lib/client/new-codes/code-draft';

interface LevelFieldProps {
  level: CodeDraft['level'];
  /** The restricted code that it begins with, so that it can be nothing else. */
  beginsWith: string | null;
  error: string | undefined;
  onChange: (level: CodeDraft['level']) => void;
}

/** Who may know the code; a choice that it cannot have says why. */
export function LevelField({ level, beginsWith, error, onChange }: LevelFieldProps) {
  const effect = level === '' ? undefined : levelWords[level].effect;
  return (
    <Field
      label="Who may know it"
      hint={
        beginsWith === null ? effect : `It begins with ${beginsWith}, so it stays restricted. ${effect ?? ''}`
      }
      error={error}
    >
      {(parts) => (
        <Select
          {...parts}
          value={level}
          onChange={({ target }) => onChange(codeLevels.find((one) => one === target.value) ?? '')}
        >
          {beginsWith === null && <option value="">Choose</option>}
          {codeLevels.map((one) => (
            <option key={one} value={one} disabled={beginsWith !== null && one !== 'restricted'}>
              {levelWords[one].name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface ChoiceFieldProps<Choice extends string> {
  label: string;
  words: Record<Choice, string>;
  value: Choice | '';
  error: string | undefined;
  onChange: (choice: Choice | '') => void;
}

/** One of a few, none of them to begin with. */
export function ChoiceField<Choice extends string>({
  label,
  words,
  value,
  error,
  onChange,
}: ChoiceFieldProps<Choice>) {
  const choices = Object.keys(words) as Choice[];
  return (
    <Field label={label} error={error}>
      {(parts) => (
        <Select
          {...parts}
          value={value}
          onChange={({ target }) => onChange(choices.find((one) => one === target.value) ?? '')}
        >
          <option value="">Choose</option>
          {choices.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
