import { addCaseNote } from '@/lib/contracts/cases.schema';
import { route } from '@/lib/server/http/route';
import { addNote } from '@/lib/server/services/cases/case-acts';

export const POST = route(addCaseNote, ({ runtime, operator, params, body }) =>
  addNote(runtime, operator, params.caseId, body),
);
