import 'server-only';

/** The part of pino that is used here. */
export interface WiseLogger {
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
}
