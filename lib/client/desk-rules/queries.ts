import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addDeskRule,
  changeDeskRule,
  type DeskConditions,
  type DeskRule,
  type DeskTrial,
  listDeskRules,
  type NewDeskRule,
  tryDeskRule,
} from '../../contracts/desk-rules.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const deskRulesKey = ['desk-rules'] as const;

export const useDeskRules = () =>
  useQuery({ queryKey: deskRulesKey, queryFn: ({ signal }) => callEndpoint(listDeskRules, { signal }) });

/** Asks for a new rule, or for another form of the one that is given. */
export function useAskForRule(rule: Pick<DeskRule, 'id' | 'version'> | undefined) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, NewDeskRule>({
    mutationFn: (wanted) =>
      rule
        ? callEndpoint(changeDeskRule, {
            params: { ruleId: rule.id },
            body: { ...wanted, version: rule.version },
          })
        : callEndpoint(addDeskRule, { body: wanted }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: deskRulesKey });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}

export const useTryRule = () =>
  useMutation<DeskTrial, ApiError, DeskConditions>({
    mutationFn: (conditions) => callEndpoint(tryDeskRule, { body: { conditions } }),
  });
