import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readPreferences } from './read-preferences';
import { InteractiveMark } from '@/components/ui/interactive-mark';
import { geistMono, inter } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Admin Console', template: '%s · Admin Console' },
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, density, rail, keys } = await readPreferences();
  return (
    <html
      lang="en-GB"
      data-theme={theme}
      data-density={density}
      data-rail={rail}
      data-keys={keys}
      className={`${inter.variable} ${geistMono.variable}`}
    >
      <body>
        {children}
        <InteractiveMark />
      </body>
    </html>
  );
}
