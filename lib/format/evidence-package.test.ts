import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type EvidenceFiles, keyIdOf, packEvidence, verifyEvidence } from './evidence-package.ts';

const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privateKey, publicKey };
};
const key = newKey();
const files = new Map([
  ['evidence.pdf', Buffer.from('%PDF-1.7 a page')],
  ['transactions.csv', Buffer.from('Transaction,Amount\n4,10.00\n')],
]);
const made = { evidenceId: '5f0f5b0e-1111-4222-8333-444455556666', madeAt: '2026-11-19T09:07:31.000Z' };
const pack = (content: EvidenceFiles = files, by = key) => packEvidence(content, made, by);
const { zip } = pack();

const faults = (bytes: Uint8Array, trusted = key.publicKey) =>
  verifyEvidence(bytes, trusted).checks.flatMap(({ fault, what }) => (fault ? [`${what}: ${fault}`] : []));
/** The same package with other entries, written by another hand. */
const rezip = (change: (entries: Record<string, Uint8Array>) => void) => {
  const entries = unzipSync(zip);
  change(entries);
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
};

describe('a package of evidence', () => {
  it('is whole as it was made, with and without a key from elsewhere', () => {
    expect(faults(zip)).toEqual([]);
    const { checks, manifest } = verifyEvidence(zip);
    expect(checks.map(({ what }) => what)).toEqual([
      'Package',
      'manifest.json',
      'Key',
      'Signature',
      'evidence.pdf',
      'transactions.csv',
    ]);
    expect(manifest).toMatchObject({ ...made, keyId: keyIdOf(key.publicKey), files: { length: 2 } });
  });

  it('is the same bytes each time, whose digest is told', () => {
    expect(Buffer.from(pack().zip).equals(zip)).toBe(true);
    expect(verifyEvidence(zip).sha256).toBe(pack().sha256);
  });

  it('takes any files and notices any flipped bit', () => {
    const name = fc.stringMatching(/^[a-z]{1,12}\.(csv|json|pdf)$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 200 })), {
          minLength: 1,
          maxLength: 4,
          selector: ([one]) => one,
        }),
        fc.nat(),
        fc.nat({ max: 7 }),
        (entries, place, bit) => {
          const packed = pack(new Map(entries.filter(([one]) => one !== 'manifest.json'))).zip;
          const changed = Uint8Array.from(packed);
          const at = place % changed.length;
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          return faults(packed).length === 0 && faults(changed).length > 0;
        },
      ),
      { numRuns: 300 },
    );
  });

  it('notices every single byte of one package', () => {
    const missed: number[] = [];
    for (let at = 0; at < zip.length; at++) {
      const changed = Uint8Array.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 1;
      if (faults(changed).length === 0) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it('names the file that was changed, is missing or was added', () => {
    const csv = 'transactions.csv';
    expect(faults(rezip((entries) => (entries[csv] = Buffer.from('Transaction,Amount\n4,10.01\n'))))).toEqual(
      [`${csv}: changed`],
    );
    expect(faults(rezip((entries) => delete entries[csv]))).toContain(`${csv}: missing`);
    expect(faults(rezip((entries) => (entries['more.csv'] = Buffer.from('4'))))).toContain(
      'more.csv: not in the manifest',
    );
  });

  it('notices a manifest that was changed with its file, and one that was written anew', () => {
    const other = unzipSync(pack(new Map([['evidence.pdf', Buffer.from('%PDF-1.7 another')]])).zip);
    const changed = rezip((entries) => {
      entries['evidence.pdf'] = other['evidence.pdf'] ?? Buffer.of();
      entries['manifest.json'] = other['manifest.json'] ?? Buffer.of();
    });
    expect(faults(changed)).toContain('Signature: not this key’s, of this manifest');
    const spaced = rezip((entries) => {
      const text = Buffer.from(entries['manifest.json'] ?? Buffer.of()).toString();
      entries['manifest.json'] = Buffer.from(text.replace(':', ': '));
    });
    expect(faults(spaced)).toContain('manifest.json: changed: it cannot be read');
  });

  it('notices another key: of the whole package where one is trusted, of the manifest always', () => {
    const foreign = pack(files, newKey()).zip;
    expect(faults(foreign)).toEqual([
      'Key: another one than the trusted key',
      'Signature: not this key’s, of this manifest',
    ]);
    const swapped = verifyEvidence(
      rezip((entries) => (entries['public-key.pem'] = Buffer.from(newKey().publicKey))),
    );
    expect(swapped.checks).toContainEqual({ what: 'Key', fault: 'another one than the manifest names' });
  });

  it('notices what is cut off, hung on, or no zip at all', () => {
    const noZip = ['Package: it is no zip, or it is cut off or damaged'];
    expect(faults(zip.subarray(0, zip.length - 40))).toEqual(noZip);
    expect(faults(Buffer.from('%PDF-1.7'))).toEqual(noZip);
    expect(faults(Buffer.of())).toEqual(noZip);
    for (const hung of [Buffer.concat([zip, Buffer.from('more')]), Buffer.concat([Buffer.from('more'), zip])])
      expect(faults(hung)).not.toEqual([]);
  });

  it('notices a zip that somebody packed anew', () => {
    expect(faults(zipSync(unzipSync(zip), { level: 6 }))).not.toEqual([]);
  });
});
