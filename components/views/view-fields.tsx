import type { ReactNode } from 'react';
import { Checkbox, TextField } from '@/components/ui/field';
import { longestViewName } from '@/lib/catalogues/saved-views';
import { useTeam } from '@/lib/client/views/use-team';

export interface ViewDraft {
  name: string;
  isShared: boolean;
  isTeamDefault: boolean;
}

interface ViewFieldsProps {
  draft: ViewDraft;
  nameError: string | undefined;
  /** Stands in the address, so whoever sees the view reads it. */
  searchText: string | null;
  onChange: (draft: ViewDraft) => void;
  children?: ReactNode;
}

export function ViewFields({ draft, nameError, searchText, onChange, children }: ViewFieldsProps) {
  const team = useTeam();
  const { isShared, isTeamDefault, name } = draft;
  const seen = `Seen by ${team}.`;
  return (
    <>
      <TextField
        label="Name"
        error={nameError}
        value={name}
        maxLength={longestViewName}
        onChange={(text) => onChange({ ...draft, name: text })}
      />
      <Checkbox
        label="Share with the team"
        hint={searchText === null ? seen : `${seen} They read the search words “${searchText}” too.`}
        checked={isShared}
        onChange={({ target }) =>
          onChange({ ...draft, isShared: target.checked, isTeamDefault: target.checked && isTeamDefault })
        }
      />
      {isShared && (
        <Checkbox
          className="pl-6"
          label="The team opens the list with it"
          hint="In place of what it opens with now. Each may choose otherwise."
          checked={isTeamDefault}
          onChange={({ target }) => onChange({ ...draft, isTeamDefault: target.checked })}
        />
      )}
      {children}
    </>
  );
}

export const searchTextOf = (query: string): string | null => new URLSearchParams(query).get('query');

/** What the server would refuse, said before it is asked. */
export const faultOfName = (name: string): string | undefined =>
  name.trim() === '' ? 'Give it a name.' : undefined;
