import { createHash, createPublicKey, verify } from 'node:crypto';

/** Keys sorted, no spaces: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Stands in a row for who acted, so that the chain can be checked where that is not told. */
export function withheldDigest(withheld: {
  salt: string;
  actorId: string | null;
  actorRole: string | null;
}): string {
  const { salt, actorId, actorRole } = withheld;
  return sha256(canonicalJson({ salt, actorId, actorRole }));
}

/** @param row everything but `kind`, `hash` and `withheld`; `previousHash` included */
export function hashAuditRow(row: Record<string, unknown>): string {
  const { kind: _kind, hash: _hash, withheld: _withheld, ...hashed } = row;
  return sha256(canonicalJson(hashed));
}

export interface AuditFault {
  line: number;
  sequence: string | null;
  what: string;
}
export interface AuditVerdict {
  rows: number;
  keyId: string | null;
  newestHead: { sequence: string; signedAt: string } | null;
  faults: AuditFault[];
}

const firstPreviousHash = '0'.repeat(64);

/**
 * Checks an export of the audit trail offline, line by line.
 * @param trustedPublicKey PEM kept from elsewhere; without it only the export's own key can be used, which a forger could replace
 */
export function verifyAuditExport(lines: Iterable<string>, trustedPublicKey?: string): AuditVerdict {
  const faults: AuditFault[] = [];
  let publicKey = trustedPublicKey;
  let keyId: string | null = null;
  let announcedRows: unknown;
  let last = { sequence: 0n, hash: firstPreviousHash };
  let newestHead: AuditVerdict['newestHead'] = null;
  let number = 0;
  for (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const record = readRecord(text);
    const sequence = typeof record?.sequence === 'string' ? record.sequence : null;
    const fault = (what: string) => faults.push({ line: number, sequence, what });
    if (record?.kind === 'header') {
      keyId = typeof record.keyId === 'string' ? record.keyId : null;
      announcedRows = record.rows;
      const given = typeof record.publicKey === 'string' ? record.publicKey : undefined;
      if (trustedPublicKey && given?.trim() !== trustedPublicKey.trim())
        fault('signed with another key than the trusted one');
      publicKey ??= given;
    } else if (record?.kind === 'row') {
      checkRow(record, last, fault);
      last = { sequence: BigInt(sequence ?? last.sequence + 1n), hash: String(record.hash) };
    } else if (record?.kind === 'head') {
      checkHead(record, last, publicKey, fault);
      newestHead = { sequence: String(record.sequence), signedAt: String(record.signedAt) };
    } else {
      fault('not a line of an audit export');
    }
  }
  const end = (what: string) => faults.push({ line: number, sequence: last.sequence.toString(), what });
  if (newestHead?.sequence !== last.sequence.toString()) end('cut off: the last row is not signed');
  if (announcedRows !== Number(last.sequence))
    end(`cut off: the header announces ${String(announcedRows)} rows`);
  return { rows: Number(last.sequence), keyId, newestHead, faults };
}

type Report = (what: string) => void;

function checkRow(
  row: Record<string, unknown>,
  last: { sequence: bigint; hash: string },
  fault: Report,
): void {
  if (row.sequence !== (last.sequence + 1n).toString()) fault(`missing: expected row ${last.sequence + 1n}`);
  if (row.previousHash !== last.hash) fault('does not follow the row before');
  if (row.hash !== hashAuditRow(row)) fault('changed: its content does not match its hash');
  const withheld = row.withheld;
  if (typeof withheld !== 'object' || withheld === null) return;
  const { salt, actorId, actorRole } = { salt: '', actorId: null, actorRole: null, ...withheld };
  if (withheldDigest({ salt, actorId, actorRole }) !== row.withheldDigest)
    fault('changed: who acted does not match');
}

function checkHead(
  head: Record<string, unknown>,
  last: { sequence: bigint; hash: string },
  publicKey: string | undefined,
  fault: Report,
): void {
  if (head.sequence !== last.sequence.toString() || head.hash !== last.hash)
    fault('the signed head does not match its row');
  if (!publicKey || !isSigned(head, publicKey)) fault('the signature of the head is wrong');
}

function isSigned(head: Record<string, unknown>, publicKey: string): boolean {
  try {
    const text = Buffer.from(`${String(head.sequence)}:${String(head.hash)}`);
    return verify(null, text, createPublicKey(publicKey), Buffer.from(String(head.signature), 'base64'));
  } catch {
    return false;
  }
}

function readRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
