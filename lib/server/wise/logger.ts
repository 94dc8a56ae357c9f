import 'server-only';

/** The part of pino that is used here. */
export interface WiseLogger {
  debug(fields: Record<string, unknown>, text: string): void;
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
}
