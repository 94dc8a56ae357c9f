import type { WiseLogger } from '../logger.ts';

/** Keeps every line, to look for what must not stand in it. */
export function collectLog(): WiseLogger & {
  lines: { level: string; text: string; fields: Record<string, unknown> }[];
} {
  const lines: { level: string; text: string; fields: Record<string, unknown> }[] = [];
  return {
    lines,
    debug: (fields, text) => void lines.push({ level: 'debug', text, fields }),
    info: (fields, text) => void lines.push({ level: 'info', text, fields }),
    warn: (fields, text) => void lines.push({ level: 'warn', text, fields }),
  };
}
