import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashAuditRow, verifyAuditExport, withheldDigest } from './audit-chain.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

type Line = Record<string, unknown>;
const withheld = { salt: 's', actorId: 'a', actorRole: 'operator' };

function makeExport(rows: number, signEvery: number): Line[] {
  const lines: Line[] = [{ kind: 'header', format: 1, publicKey: publicPem, keyId: 'k', rows }];
  let previousHash = '0'.repeat(64);
  for (let sequence = 1; sequence <= rows; sequence++) {
    const row = {
      sequence: String(sequence),
      action: 'cards.update-status',
      details: { to: 'FROZEN', from: 'ACTIVE' },
      withheldDigest: withheldDigest(withheld),
      previousHash,
    };
    const hash = hashAuditRow(row);
    lines.push({ kind: 'row', ...row, hash, withheld });
    previousHash = hash;
    if (sequence % signEvery === 0) {
      const signature = sign(null, Buffer.from(`${sequence}:${hash}`), privateKey).toString('base64');
      lines.push({
        kind: 'head',
        sequence: String(sequence),
        hash,
        signedAt: '2026-11-21T00:00:00Z',
        signature,
      });
    }
  }
  return lines;
}
const check = (lines: Line[], trusted?: string) =>
  verifyAuditExport(
    lines.map((line) => JSON.stringify(line)),
    trusted,
  );
const rowAt = (lines: Line[], sequence: number) =>
  lines.findIndex((line) => line.kind === 'row' && line.sequence === String(sequence));
const whats = (lines: Line[]) => check(lines).faults.map((fault) => fault.what);

describe('verifyAuditExport', () => {
  it('finds nothing in an untouched export', () => {
    expect(check(makeExport(6, 3))).toMatchObject({ rows: 6, faults: [], newestHead: { sequence: '6' } });
  });

  it('does not depend on the order of keys', () => {
    const lines = makeExport(2, 2);
    const at = rowAt(lines, 1);
    lines[at] = Object.fromEntries(Object.entries(lines[at] ?? {}).reverse());
    expect(check(lines).faults).toEqual([]);
  });

  it('notices a changed value', () => {
    const lines = makeExport(6, 3);
    const at = rowAt(lines, 4);
    lines[at] = { ...lines[at], details: { to: 'ACTIVE', from: 'ACTIVE' } };
    expect(check(lines).faults).toEqual([
      { line: at + 1, sequence: '4', what: 'changed: its content does not match its hash' },
    ]);
  });

  it('notices another person in the place of who acted', () => {
    const lines = makeExport(3, 3);
    const at = rowAt(lines, 2);
    lines[at] = { ...lines[at], withheld: { ...withheld, actorId: 'b' } };
    expect(whats(lines)).toEqual(['changed: who acted does not match']);
  });

  it('takes a row whose person is withheld', () => {
    const lines = makeExport(3, 3);
    const at = rowAt(lines, 2);
    lines[at] = { ...lines[at], withheld: null };
    expect(whats(lines)).toEqual([]);
  });

  it('notices a missing row', () => {
    const lines = makeExport(6, 3);
    lines.splice(rowAt(lines, 5), 1);
    expect(whats(lines)).toContain('missing: expected row 5');
  });

  it('notices rows that changed places', () => {
    const lines = makeExport(4, 4);
    const [a, b] = [rowAt(lines, 2), rowAt(lines, 3)];
    [lines[a], lines[b]] = [lines[b] ?? {}, lines[a] ?? {}];
    expect(whats(lines)).toContain('does not follow the row before');
  });

  it('notices rows cut off at the end, even back to a signed head', () => {
    const lines = makeExport(6, 3);
    expect(whats(lines.slice(0, -1))).toEqual(['cut off: the last row is not signed']);
    expect(whats(lines.slice(0, rowAt(lines, 4)))).toEqual(['cut off: the header announces 6 rows']);
  });

  it('notices a whole chain made anew without the key', () => {
    const forged = generateKeyPairSync('ed25519')
      .publicKey.export({ type: 'spki', format: 'pem' })
      .toString();
    const lines = makeExport(3, 3);
    lines[0] = { ...lines[0], publicKey: forged };
    expect(whats(lines)).toEqual(['the signature of the head is wrong']);
    expect(check(lines, publicPem).faults.map((fault) => fault.what)).toEqual([
      'signed with another key than the trusted one',
    ]);
  });

  it('says which line is no line of an export', () => {
    expect(verifyAuditExport(['not json']).faults[0]).toEqual({
      line: 1,
      sequence: null,
      what: 'not a line of an audit export',
    });
  });
});
