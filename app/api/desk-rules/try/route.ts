import { tryDeskRule } from '@/lib/contracts/desk-rules.schema';
import { route } from '@/lib/server/http/route';
import { tryRule } from '@/lib/server/services/desk-rules/try-rule';

export const POST = route(tryDeskRule, ({ runtime, operator, body }) =>
  tryRule(runtime, operator, body.conditions),
);
