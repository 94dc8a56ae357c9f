export interface PdfLine {
  text: string;
  isHeading?: boolean;
}

const bodySize = 10;
const headingSize = 16;
const left = 56;
const top = 780;

/** Of the font's own set of letters; a letter it does not have is a question mark. */
const escape = (text: string) => text.replace(/[^\x20-\x7e\xa1-\xff]/g, '?').replace(/[\\()]/g, '\\$&');

function printLines(lines: readonly PdfLine[]): string {
  let y = top;
  return lines
    .map(({ isHeading = false, text }) => {
      const size = isHeading ? headingSize : bodySize;
      const placed = `BT /F1 ${size} Tf ${left} ${y} Td (${escape(text)}) Tj ET`;
      y -= size * 2;
      return placed;
    })
    .join('\n');
}

/** One page of lines in Helvetica. */
export function writePdf(lines: readonly PdfLine[]): Buffer<ArrayBuffer> {
  const content = printLines(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, 'latin1');
}
