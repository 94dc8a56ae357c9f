import 'server-only';
import PDFDocument from 'pdfkit';
import { fonts, printable } from './fonts.ts';

const ink = '#1d2a2e';
const quiet = '#5a6a70';
const line = '#d5dcde';
const secret = '#7a2a86';
const size = { title: 16, head: 11, body: 9, small: 8 };
const margin = { top: 76, bottom: 62, side: 48 };
const labelWidth = 92;
const gap = 14;

export interface PaperColumn<Row> {
  head: string;
  /** Of the sheet's width. */
  share: number;
  isNumber?: boolean;
  value(row: Row): string;
}

interface Marks {
  title: string;
  /** At the head of each page. */
  mark: string;
  /** At the foot of each page, before its number. */
  foot: string;
}

/** A4 pages that are filled from above. Coordinates are points. */
export class Paper {
  readonly #document: PDFKit.PDFDocument;
  readonly #marks: Marks;
  readonly #chunks: Buffer[] = [];
  readonly #width: number;

  constructor(marks: Marks) {
    this.#marks = marks;
    this.#document = new PDFDocument({
      size: 'A4',
      margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
      // How many pages there are is known at the end only.
      bufferPages: true,
      font: fonts.regular,
      lang: 'en',
      info: { Title: marks.title },
    });
    this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#width = this.#document.page.width - 2 * margin.side;
  }

  title(text: string): void {
    this.#write(text, { font: 'strong', fontSize: size.title });
    this.#skip(6);
  }

  /** Stays with what follows. */
  heading(text: string, follows = 60): void {
    this.#skip(8);
    this.#ensure(follows + 20);
    this.#write(text, { font: 'strong', fontSize: size.head });
    this.#skip(3);
  }

  text(text: string): void {
    this.#write(text);
    this.#skip(4);
  }

  /** Labels with their values, in one column or two. */
  facts(items: readonly (readonly [label: string, value: string])[], columns: 1 | 2 = 1): void {
    const width = (this.#width - gap * (columns - 1)) / columns;
    const valueWidth = width - labelWidth;
    for (let from = 0; from < items.length; from += columns) {
      const row = items.slice(from, from + columns);
      const height = Math.max(...row.map(([, value]) => this.#heightOf(value, valueWidth)));
      this.#ensure(Math.min(height, size.body * 4));
      const { y } = this.#document;
      row.forEach(([label, value], place) => {
        const x = margin.side + place * (width + gap);
        this.#write(label, { x, y, width: labelWidth - 6, color: quiet });
        this.#write(value, { x: x + labelWidth, y, width: valueWidth });
      });
      // A value longer than the page went on to the next one.
      if (this.#document.y >= y) this.#document.y = Math.max(this.#document.y, y + height);
      this.#skip(2);
    }
    this.#skip(2);
  }

  /** Its head stands on each page that it goes on to. */
  table<Row>(columns: readonly PaperColumn<Row>[], rows: readonly Row[]): void {
    const head = columns.map(({ head: text }) => text);
    this.#ensure(3 * (size.small + 8));
    this.#row(columns, head, quiet);
    for (const row of rows) {
      const cells = columns.map(({ value }) => value(row));
      if (this.#ensure(this.#heightOfRow(columns, cells))) this.#row(columns, head, quiet);
      this.#row(columns, cells, ink);
    }
    this.#skip(6);
  }

  /** Marks and numbers the pages, and closes the document. */
  async finish(): Promise<Buffer> {
    const { count } = this.#document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#document.switchToPage(page);
      this.#markPage(page + 1, count);
    }
    const ended = new Promise((resolve, reject) => this.#document.on('end', resolve).on('error', reject));
    this.#document.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }

  #markPage(number: number, count: number): void {
    const { page } = this.#document;
    // Below the margin text would open another page.
    page.margins.top = 0;
    page.margins.bottom = 0;
    const foot = page.height - margin.bottom + 18;
    this.#write(this.#marks.mark, {
      y: 34,
      font: 'strong',
      fontSize: size.head,
      color: secret,
      align: 'center',
    });
    this.#rule(34 + size.head + 8, secret);
    this.#rule(foot - 6, line);
    this.#write(this.#marks.foot, { y: foot, width: this.#width - 90, fontSize: size.small, color: quiet });
    this.#write(`Page ${number} of ${count}`, {
      x: margin.side + this.#width - 84,
      y: foot,
      width: 84,
      fontSize: size.small,
      color: quiet,
      align: 'right',
    });
  }

  #row<Row>(columns: readonly PaperColumn<Row>[], cells: readonly string[], color: string): void {
    const height = this.#heightOfRow(columns, cells);
    const { y } = this.#document;
    let x = margin.side;
    columns.forEach(({ isNumber, share }, place) => {
      const width = share * this.#width - 6;
      const align = isNumber ? 'right' : 'left';
      this.#write(cells[place] ?? '', { x, y: y + 3, width, fontSize: size.small, color, align });
      x += width + 6;
    });
    this.#document.y = y + height;
    this.#rule(this.#document.y, line);
  }

  #heightOfRow<Row>(columns: readonly PaperColumn<Row>[], cells: readonly string[]): number {
    const heights = columns.map(({ share }, place) =>
      this.#heightOf(cells[place] ?? '', share * this.#width - 6, size.small),
    );
    return Math.max(...heights) + 6;
  }

  #heightOf(text: string, width: number, fontSize = size.body): number {
    return this.#document.font(fonts.regular).fontSize(fontSize).heightOfString(printable(text), { width });
  }

  #write(text: string, how: Partial<Written> = {}): void {
    const { align = 'left', color = ink, font = 'regular', fontSize = size.body } = how;
    const { width = this.#width, x = margin.side, y = this.#document.y } = how;
    this.#document
      // By its file: under another name pdfkit would read the file again each time.
      .font(fonts[font])
      .fontSize(fontSize)
      .fillColor(color)
      .text(printable(text), x, y, { width, align });
  }

  #rule(y: number, color: string): void {
    this.#document
      .moveTo(margin.side, y)
      .lineTo(margin.side + this.#width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  }

  #skip(points: number): void {
    this.#document.y += points;
  }

  /** @returns whether a page was begun, because so much did not fit on this one */
  #ensure(height: number): boolean {
    const { page, y } = this.#document;
    if (y + height <= page.height - margin.bottom) return false;
    this.#document.addPage();
    return true;
  }
}

interface Written {
  x: number;
  y: number;
  width: number;
  font: 'regular' | 'strong';
  fontSize: number;
  color: string;
  align: 'left' | 'center' | 'right';
}
