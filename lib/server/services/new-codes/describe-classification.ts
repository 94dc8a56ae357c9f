import 'server-only';
import { actorWords } from '../../../catalogues/decline-actors.ts';
import { familyWords } from '../../../catalogues/decline-families.ts';
import { levelWords } from '../../../catalogues/new-codes.ts';
import type { CodeClassification } from '../../../contracts/new-codes.ts';

/** What a code is said to mean, in plain sentences and always in this order: for whoever agrees to it. */
export function describeClassification(classification: CodeClassification): string[] {
  const { actor, cause, family, happened, level, next, retryText, title } = classification;
  return [
    `${levelWords[level].name}. ${levelWords[level].effect}`,
    `It is called “${title}”, of the kind “${familyWords[family]}”.`,
    `What happened: ${happened}`,
    `Cause: ${cause}`,
    `Who acts: ${actorWords[actor]}. Next: ${next}`,
    `Try again? ${retryText}`,
    ...(classification.level === 'tell' ? [`To the customer: “${classification.say}”`] : []),
  ];
}
