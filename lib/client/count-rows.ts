const quote = '"'.charCodeAt(0);
const lineEnd = '\n'.charCodeAt(0);

/**
 * Counts the rows of a CSV while its bytes come in: line ends that stand in no cell.
 * @returns what takes the next bytes and tells the rows until then, the head not among them
 */
export function countRows(): (bytes: Uint8Array) => number {
  let isQuoted = false;
  let lines = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineEnd && !isQuoted) lines += 1;
    }
    return Math.max(0, lines - 1);
  };
}
