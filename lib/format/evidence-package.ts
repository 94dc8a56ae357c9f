import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { canonicalJson } from './audit-chain.ts';

/** Names of what stands in a package beside its files. */
const manifestName = 'manifest.json';
const signatureName = 'manifest.sig';
const publicKeyName = 'public-key.pem';

const manifestSchema = z.strictObject({
  format: z.literal(1),
  evidenceId: z.string(),
  madeAt: z.string(),
  /** The console's key that signed it. */
  keyId: z.string(),
  files: z.array(z.strictObject({ name: z.string(), size: z.number(), sha256: z.string() })).min(1),
});
export type EvidenceManifest = z.output<typeof manifestSchema>;

export type EvidenceFiles = ReadonlyMap<string, Uint8Array>;

/** Of the key as PEM, as it stands beside audit heads and in manifests. */
export const keyIdOf = (publicKey: string): string => sha256(publicKey).slice(0, 16);

/**
 * Files with a signed manifest, as one zip. The same files and key always give the same bytes, so that a check may ask for
 * exactly these.
 * @param key PEM, Ed25519
 * @returns the zip, and the SHA-256 of all of it
 */
export function packEvidence(
  files: EvidenceFiles,
  made: Pick<EvidenceManifest, 'evidenceId' | 'madeAt'>,
  key: { publicKey: string; privateKey: string },
): { zip: Uint8Array; sha256: string; keyId: string } {
  const keyId = keyIdOf(key.publicKey);
  const manifest: EvidenceManifest = {
    format: 1,
    ...made,
    keyId,
    files: [...files].map(([name, content]) => ({ name, size: content.length, sha256: sha256(content) })),
  };
  const text = Buffer.from(canonicalJson(manifest));
  const zip = writeZip(
    new Map([
      ...files,
      [manifestName, text],
      [signatureName, sign(null, text, key.privateKey)],
      [publicKeyName, Buffer.from(key.publicKey)],
    ]),
  );
  return { zip, sha256: sha256(zip), keyId };
}

export interface EvidenceCheck {
  /** What was looked at. */
  what: string;
  /** What is wrong with it; undefined where it is as it was made. */
  fault?: string;
}
export interface EvidenceVerdict {
  checks: EvidenceCheck[];
  /** Of the whole file, as the console lists it. */
  sha256: string;
  /** Undefined where none could be read. */
  manifest: EvidenceManifest | undefined;
}

/**
 * Checks a package offline, with nothing but the package and the console's public key.
 * @param trustedPublicKey PEM kept from elsewhere; without it only the package's own key can be used, which a forger could replace
 */
export function verifyEvidence(zip: Uint8Array, trustedPublicKey?: string): EvidenceVerdict {
  const digest = sha256(zip);
  const found = readZip(zip);
  if (!found)
    return {
      checks: [{ what: 'Package', fault: 'it is no zip, or it is cut off or damaged' }],
      sha256: digest,
      manifest: undefined,
    };
  const [text, signature, given] = [manifestName, signatureName, publicKeyName].map((name) =>
    found.get(name),
  );
  const manifest = text && readManifest(text);
  const ownKey = given && Buffer.from(given).toString();
  return {
    checks: [
      { what: 'Package', ...fault(!isAsWritten(zip, found, manifest) && 'not as the console wrote it') },
      { what: manifestName, ...fault(!manifest && (text ? 'changed: it cannot be read' : 'missing')) },
      { what: 'Key', ...fault(faultOfKey(ownKey, trustedPublicKey, manifest)) },
      {
        what: 'Signature',
        ...fault(
          !isSigned(text, signature, trustedPublicKey ?? ownKey) && 'not this key’s, of this manifest',
        ),
      },
      ...checkFiles(found, manifest),
    ],
    sha256: digest,
    manifest,
  };
}

const fault = (what: string | false | undefined) => (what ? { fault: what } : {});

function faultOfKey(
  own: string | undefined,
  trusted: string | undefined,
  manifest: EvidenceManifest | undefined,
): string | undefined {
  if (own === undefined) return `${publicKeyName} is missing`;
  if (trusted !== undefined && own.trim() !== trusted.trim()) return 'another one than the trusted key';
  return manifest && manifest.keyId !== keyIdOf(own) ? 'another one than the manifest names' : undefined;
}

function* checkFiles(
  found: EvidenceFiles,
  manifest: EvidenceManifest | undefined,
): Generator<EvidenceCheck, void> {
  const named = manifest?.files ?? [];
  for (const { name, sha256: expected, size } of named) {
    const content = found.get(name);
    const isWhole = content && content.length === size && sha256(content) === expected;
    yield { what: name, ...fault(!content ? 'missing' : !isWhole && 'changed') };
  }
  const known = new Set([...named.map(({ name }) => name), manifestName, signatureName, publicKeyName]);
  for (const name of found.keys()) if (!known.has(name)) yield { what: name, fault: 'not in the manifest' };
}

function isSigned(
  text: Uint8Array | undefined,
  signature: Uint8Array | undefined,
  publicKey: string | undefined,
): boolean {
  if (!text || !signature || publicKey === undefined) return false;
  try {
    return verify(null, text, createPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}

/** Only what is written in the one way that is signed. */
function readManifest(text: Uint8Array): EvidenceManifest | undefined {
  try {
    const { data } = manifestSchema.safeParse(JSON.parse(Buffer.from(text).toString()));
    return data && Buffer.from(canonicalJson(data)).equals(text) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What a zip holds beside its files (times, comments, names told twice) is nothing that anybody signed: it has to be ours. */
function isAsWritten(zip: Uint8Array, found: EvidenceFiles, manifest: EvidenceManifest | undefined): boolean {
  const order = manifest
    ? [...manifest.files.map(({ name }) => name), manifestName, signatureName, publicKeyName]
    : [...found.keys()];
  const files = order.flatMap((name) => {
    const content = found.get(name);
    return content ? [[name, content] as const] : [];
  });
  return Buffer.from(writeZip(new Map(files))).equals(zip);
}

/** Stored, not deflated, and without a time: bytes that no version of a library writes differently. */
function writeZip(files: EvidenceFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) });
}

function readZip(zip: Uint8Array): EvidenceFiles | undefined {
  try {
    return new Map(Object.entries(unzipSync(zip, { filter: ({ compression }) => compression === 0 })));
  } catch {
    return undefined;
  }
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
