import 'server-only';
import type { CaseDetail } from '../../../contracts/cases.ts';
import { sealAct } from '../../audit/sealed-act.ts';
import type { Operator } from '../../auth/operator.ts';
import { disclosureOf } from '../../catalogues/decline-reasons/catalogue.ts';
import type { Runtime } from '../../runtime.ts';
import { readCase } from './read-case.ts';

/**
 * A case for its reader. That somebody looked at one whose reason is restricted is in the trail before they see it.
 * @throws AppError not_found
 */
export async function openCaseFor(
  parts: Pick<Runtime, 'store' | 'texts' | 'audit'>,
  reader: Operator,
  caseId: string,
  requestId: string,
): Promise<CaseDetail> {
  const found = await readCase(parts, reader, caseId);
  if (disclosureOf(found.declineReason, found.detailedDeclineReason) === 'restricted')
    await parts.audit.append(
      sealAct(requestId, {
        phase: 'event',
        action: 'cases.open',
        actor: { personId: reader.personId, role: reader.role },
        target: { type: 'case', id: caseId, profileId: found.profileId },
        details: {},
      }),
    );
  return found;
}
