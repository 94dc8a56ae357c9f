import type { ReactNode } from 'react';
import type { Mark, Tone } from '@/lib/catalogues/statuses';

/** How something that waits is told, and where it is seen to. */
export interface Words {
  mark: Mark;
  tone: Tone;
  title: string;
  text: ReactNode;
  href: string;
  query?: Record<string, string>;
  act: string;
}
