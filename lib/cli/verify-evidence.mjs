import { readFileSync } from 'node:fs';
import { Fault, printFaultAndExit } from './project.mjs';
import { readVerifyArguments } from './verify-arguments.mjs';

/** @param {string} file */
function readFile(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Fault(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function verify() {
  const { file, keyFile } = readVerifyArguments('verify-evidence');
  // Plain TypeScript: needs the Node that `npm run` uses.
  const { verifyEvidence } = await import('../format/evidence-package.ts').catch(() => {
    throw new Fault(
      'The packages are not installed. Run npm start or npm install once, then npm run verify-evidence.',
    );
  });
  const trustedKey = keyFile === undefined ? undefined : readFile(keyFile).toString();
  const { checks, manifest, sha256 } = verifyEvidence(readFile(file), trustedKey);
  for (const { fault, what } of checks)
    console.log(`${fault ? 'FAIL' : 'ok  '}  ${what}${fault ? `: ${fault}` : ''}`);
  const made = manifest
    ? `evidence ${manifest.evidenceId}, made at ${manifest.madeAt}, key ${manifest.keyId}`
    : 'no manifest';
  console.log(`${file}: ${made}`);
  console.log(`SHA-256 ${sha256}, to be compared with the console’s list of what left.`);
  if (trustedKey === undefined)
    console.log(
      'Checked against the key in the package itself. With --key it is checked against one kept elsewhere.',
    );
  const faults = checks.filter(({ fault }) => fault !== undefined).length;
  console.log(
    faults === 0
      ? 'Whole: every file is as the console made it.'
      : `Not whole: ${faults} of ${checks.length} checks failed.`,
  );
  process.exit(faults === 0 ? 0 : 1);
}

verify().catch(printFaultAndExit);
