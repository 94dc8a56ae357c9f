import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault, printFaultAndExit } from './project.mjs';
import { readVerifyArguments } from './verify-arguments.mjs';

const shownFaults = 20;

/** @param {string} file */
async function readLines(file) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    lines.push(line);
  return lines;
}

/** @param {string} file */
const unreadable = (file) => (/** @type {unknown} */ error) => {
  throw new Fault(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
};

async function verify() {
  const { file, keyFile } = readVerifyArguments('verify-audit');
  // Plain TypeScript: needs the Node that `npm run` uses.
  const { verifyAuditExport } = await import('../format/audit-chain.ts').catch(() => {
    throw new Fault(
      'The packages are not installed. Run npm start or npm install once, then npm run verify-audit.',
    );
  });
  const trustedKey = keyFile === undefined ? undefined : await readKey(keyFile);
  const lines = await readLines(file).catch(unreadable(file));
  const { faults, keyId, newestHead, rows } = verifyAuditExport(lines, trustedKey);
  for (const { line, sequence, what } of faults.slice(0, shownFaults))
    console.error(`line ${line}${sequence === null ? '' : `, row ${sequence}`}: ${what}`);
  if (faults.length > shownFaults) console.error(`… and ${faults.length - shownFaults} more`);
  const signed =
    newestHead === null
      ? 'nothing signed'
      : `signed up to row ${newestHead.sequence} at ${newestHead.signedAt}`;
  console.log(`${file}: ${rows} rows, ${signed}, key ${keyId ?? 'unknown'}`);
  if (trustedKey === undefined)
    console.log(
      'Checked against the key in the file itself. With --key it is checked against one kept elsewhere.',
    );
  console.log(
    faults.length === 0
      ? 'Whole: no row was changed, removed or cut off.'
      : `Not whole: ${faults.length} faults.`,
  );
  process.exit(faults.length === 0 ? 0 : 1);
}

/** @param {string} file */
async function readKey(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(file)(error);
  }
}

verify().catch(printFaultAndExit);
