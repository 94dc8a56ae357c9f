import 'server-only';
import { AppError } from '../../../http/app-error.ts';

export type BatchEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The file's text and the encoding it was read with; a byte order mark is taken off. Bytes that are no UTF-8 are read as
 * Windows-1252, which Latin-1 is a part of.
 * @throws AppError batch_file_not_text, batch_file_letters_broken
 */
export function decodeBatchFile(bytes: Uint8Array): { encoding: BatchEncoding; text: string } {
  if (isKnownBinary(bytes)) throw new AppError('batch_file_not_text');
  const encoding = guessEncoding(bytes);
  const text = decode(bytes, encoding);
  if (text.includes('\0') || isMarkup(text)) throw new AppError('batch_file_not_text');
  return { encoding, text };
}

function decode(bytes: Uint8Array, encoding: BatchEncoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('batch_file_letters_broken', { cause });
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const binarySignatures = [
  [0x50, 0x4b, 0x03, 0x04], // zip: xlsx, ods
  [0xd0, 0xcf, 0x11, 0xe0], // the old xls
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x1f, 0x8b], // gzip
  [0xff, 0xfe, 0x00, 0x00], // UTF-32
];
const isKnownBinary = (bytes: Uint8Array): boolean =>
  binarySignatures.some((signature) => startsWith(bytes, signature));

/** Some programs write a web page or rich text and call it a sheet. */
const isMarkup = (text: string): boolean => /^\s*(?:<[!?a-z]|\{\\rtf)/i.test(text.slice(0, 200));

function guessEncoding(bytes: Uint8Array): BatchEncoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return guessUtf16(bytes) ?? guessByLetters(bytes);
}

/** Most of a file of payments is ASCII, of which UTF-16 makes every second byte a zero. */
function guessUtf16(bytes: Uint8Array): BatchEncoding | undefined {
  const sample = bytes.subarray(0, 4096 - (4096 % 2));
  const pairs = Math.floor(sample.length / 2);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) zerosFirst++;
    if (sample[at + 1] === 0) zerosSecond++;
  }
  if (zerosSecond > pairs * 0.4 && zerosFirst === 0) return 'utf-16le';
  if (zerosFirst > pairs * 0.4 && zerosSecond === 0) return 'utf-16be';
  return undefined;
}

function guessByLetters(bytes: Uint8Array): BatchEncoding {
  const { sequences, strays } = countUtf8(bytes);
  if (strays === 0) return 'utf-8';
  // As Windows-1252 the sequences would read as “Ã©”: names would change unseen.
  if (sequences >= strays) throw new AppError('batch_file_letters_broken');
  return 'windows-1252';
}

/** Letters that UTF-8 writes in several bytes, and bytes that are no part of any. */
function countUtf8(bytes: Uint8Array): { sequences: number; strays: number } {
  let sequences = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = lengthOfSequence(byte);
    if (length === 1) {
      at += 1;
    } else if (length > 1 && isWhole(bytes, at, length)) {
      sequences++;
      at += length;
    } else {
      strays++;
      at += 1;
    }
  }
  return { sequences, strays };
}

function lengthOfSequence(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

function isWhole(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
