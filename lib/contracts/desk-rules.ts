import type { z } from 'zod';
import type * as schema from './desk-rules.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type DeskRule = z.output<typeof schema.deskRule>;
export type DeskConditions = z.output<typeof schema.deskConditions>;
export type NewDeskRule = z.output<typeof schema.newDeskRule>;
export type DeskTrial = z.output<typeof schema.tryDeskRuleReply>;
type ApprovalReply = { approvalId: string };

export const listDeskRules = defineEndpoint<{ reply: z.output<typeof schema.deskRulesReply> }>()({
  method: 'GET',
  path: '/api/desk-rules',
  consolePermission: 'cases.rules',
});

/** Always waits for a second person of compliance. */
export const addDeskRule = defineEndpoint<{
  body: z.input<typeof schema.newDeskRule>;
  reply: ApprovalReply;
}>()({ method: 'POST', path: '/api/desk-rules', consolePermission: 'cases.rules' });

/** All of it anew, switching it on or off as well. Always waits for a second person of compliance. */
export const changeDeskRule = defineEndpoint<{
  params: { ruleId: string };
  body: z.input<typeof schema.changeDeskRuleBody>;
  reply: ApprovalReply;
}>()({ method: 'PUT', path: '/api/desk-rules/{ruleId}', consolePermission: 'cases.rules' });

/** What it would have made of the last 30 days; reads only. */
export const tryDeskRule = defineEndpoint<{
  body: { conditions: z.input<typeof schema.deskConditions> };
  reply: DeskTrial;
}>()({ method: 'POST', path: '/api/desk-rules/try', consolePermission: 'cases.rules' });
