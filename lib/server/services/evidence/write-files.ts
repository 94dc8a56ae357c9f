import 'server-only';
import type { EvidenceFiles } from '../../../format/evidence-package.ts';
import { csvText } from '../csv.ts';
import type { Evidence } from './evidence.ts';
import { writeEvidencePdf } from './pdf/write-pdf.ts';
import { entryColumns, evidenceColumns, stepColumns } from './tables.ts';

/** The files of a package: one to read, the others to check and to work on. */
export async function writeEvidenceFiles(evidence: Evidence): Promise<EvidenceFiles> {
  const { timeZone, transactions } = evidence;
  const steps = transactions.flatMap((of) => of.steps.map((step) => ({ of, step })));
  return new Map([
    ['evidence.pdf', await writeEvidencePdf(evidence)],
    ['evidence.json', bytes(`${JSON.stringify(evidence, null, 1)}\n`)],
    ['transactions.csv', bytes(csvText(evidenceColumns, transactions, timeZone))],
    ['steps.csv', bytes(csvText(stepColumns, steps, timeZone))],
    ...(evidence.case
      ? [['case.csv', bytes(csvText(entryColumns, evidence.case.entries, timeZone))] as const]
      : []),
    ['how-to-check.txt', bytes(howToCheck(evidence))],
  ]);
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

const howToCheck = ({ id, keyId }: Evidence) => `Restricted - do not disclose.

Evidence ${id}, signed with the console's key ${keyId}.

With the Wise Admin Console, also where it is not running:

  npm run verify-evidence -- FILE.zip --key KEY.pem

Without it, after unpacking:

  openssl pkeyutl -verify -pubin -inkey KEY.pem -rawin -in manifest.json -sigfile manifest.sig
  sha256sum *

Every file but the last three of the package stands in manifest.json with its SHA-256. Ask whoever sent this for KEY.pem by
another way than this package: public-key.pem in it has to be the same.
`;
