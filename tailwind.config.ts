import type { Config } from 'tailwindcss';

// Tokens live in app/globals.css (@theme); this file only says where class names are written.
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
} satisfies Config;
