import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, scryptSync, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashAuditRow } from '../format/audit-chain.ts';
import { packEvidence } from '../format/evidence-package.ts';

const run = (args: string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
};

describe('hash-password', () => {
  it('prints what the console verifies: numbers, salt and key of the same password', () => {
    const printed = execFileSync(process.execPath, ['lib/cli/hash-password.mjs'], {
      input: 'correct horse battery\n',
      encoding: 'utf8',
    });
    const [scheme, n, r, p, salt = '', key = ''] = printed.trim().split('$');
    expect([scheme, n, r, p]).toEqual(['scrypt', '32768', '8', '1']);
    const again = scryptSync('correct horse battery', Buffer.from(salt, 'base64'), 32, {
      N: 32_768,
      r: 8,
      p: 1,
      maxmem: 2 ** 26,
    });
    expect(again.toString('base64')).toBe(key);
  });

  it('refuses a short password', () => {
    const { status, stderr } = spawnSync(process.execPath, ['lib/cli/hash-password.mjs'], {
      input: 'short',
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe('The password needs at least 12 characters.\n');
  });
});

describe('verify-audit', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const row = { sequence: '1', action: 'cards.export', withheldDigest: 'd', previousHash: '0'.repeat(64) };
  const hash = hashAuditRow(row);
  const head = {
    sequence: '1',
    hash,
    signedAt: '2026-01-01T00:00:00.000Z',
    signature: sign(null, Buffer.from(`1:${hash}`), privateKey).toString('base64'),
  };
  const lines = [
    { kind: 'header', format: 1, publicKey: pem, keyId: 'k1', rows: 1 },
    { kind: 'row', ...row, hash, withheld: null },
    { kind: 'head', ...head },
  ];
  const write = (content: object[]) => {
    const file = join(mkdtempSync(join(tmpdir(), 'verify-audit-')), 'audit.jsonl');
    writeFileSync(file, content.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return file;
  };

  it('passes a whole export and says which key it was checked against', () => {
    const { said, status } = run(['lib/cli/verify-audit.mjs', write(lines)]);
    expect(status).toBe(0);
    expect(said).toContain('1 rows, signed up to row 1 at 2026-01-01T00:00:00.000Z, key k1');
    expect(said).toContain('Checked against the key in the file itself');
  });

  it('fails a changed row, by line and row', () => {
    const changed = lines.map((line) => (line.kind === 'row' ? { ...line, action: 'cards.read' } : line));
    const { said, status } = run(['lib/cli/verify-audit.mjs', write(changed)]);
    expect(status).toBe(1);
    expect(said).toContain('line 2, row 1: changed');
  });

  it('fails an export that a key kept elsewhere did not sign', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const keyFile = join(mkdtempSync(join(tmpdir(), 'verify-audit-')), 'key.pem');
    writeFileSync(keyFile, other);
    const { said, status } = run(['lib/cli/verify-audit.mjs', write(lines), '--key', keyFile]);
    expect(status).toBe(1);
    expect(said).toContain('another key');
  });

  it('says how it is used when no file is named, and when the file is not there', () => {
    expect(run(['lib/cli/verify-audit.mjs'])).toMatchObject({ status: 1 });
    expect(run(['lib/cli/verify-audit.mjs', '/nowhere.jsonl']).said).toContain(
      '/nowhere.jsonl cannot be read',
    );
  });
});

describe('verify-evidence', () => {
  const newKey = () =>
    generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
  const key = newKey();
  const made = { evidenceId: 'e1', madeAt: '2026-01-01T00:00:00.000Z' };
  const { sha256, zip } = packEvidence(new Map([['evidence.json', Buffer.from('{}')]]), made, key);
  const write = (name: string, content: string | Uint8Array) => {
    const file = join(mkdtempSync(join(tmpdir(), 'verify-evidence-')), name);
    writeFileSync(file, content);
    return file;
  };
  const verify = (...args: string[]) => run(['lib/cli/verify-evidence.mjs', ...args]);

  it('passes a whole package, a line for each check, against a key kept elsewhere or its own', () => {
    const trusted = verify(write('e.zip', zip), '--key', write('key.pem', key.publicKey));
    expect(trusted.status).toBe(0);
    for (const what of ['Package', 'manifest.json', 'Key', 'Signature', 'evidence.json'])
      expect(trusted.said).toContain(`ok    ${what}\n`);
    expect(trusted.said).toContain(`SHA-256 ${sha256}`);
    expect(trusted.said).not.toContain('the key in the package itself');
    expect(verify(write('e.zip', zip)).said).toContain('Checked against the key in the package itself');
  });

  it('fails a changed byte, another key, half a package and what is none', () => {
    const changed = Buffer.from(zip);
    changed[zip.indexOf(0x7b)] = 0x5b;
    const other = write('key.pem', newKey().publicKey);
    const failing = [
      { args: [write('e.zip', changed)], fault: 'FAIL  evidence.json: changed' },
      { args: [write('e.zip', zip), '--key', other], fault: 'FAIL  Key: another one than the trusted key' },
      { args: [write('e.zip', zip.subarray(0, 300))], fault: 'FAIL  Package: it is no zip' },
      { args: [write('e.pdf', '%PDF-1.7')], fault: 'FAIL  Package: it is no zip' },
    ];
    for (const { args, fault } of failing) {
      const { said, status } = verify(...args);
      expect(status).toBe(1);
      expect(said).toContain(fault);
      expect(said).toContain('Not whole');
    }
  });

  it('says how it is used when no file is named, and when the file is not there', () => {
    expect(verify()).toMatchObject({ status: 1 });
    expect(verify('/nowhere.zip').said).toContain('/nowhere.zip cannot be read');
  });
});
