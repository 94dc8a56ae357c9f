import { defineConfig, globalIgnores } from 'eslint/config';
import nextTypescript from 'eslint-config-next/typescript';
import nextVitals from 'eslint-config-next/core-web-vitals';
import boundaries from 'eslint-plugin-boundaries';

// Imports run one way: format, catalogues <- contracts <- {client, server, emulator}; client <- components <- app.
const elements = [
  { type: 'format', pattern: 'lib/format/**', mode: 'full' },
  { type: 'catalogues', pattern: 'lib/catalogues/**', mode: 'full' },
  { type: 'contracts', pattern: 'lib/contracts/**', mode: 'full' },
  { type: 'client', pattern: 'lib/client/**', mode: 'full' },
  { type: 'server', pattern: 'lib/server/**', mode: 'full' },
  { type: 'emulator', pattern: 'lib/emulator/**', mode: 'full' },
  { type: 'cli', pattern: 'lib/cli/**', mode: 'full' },
  { type: 'components', pattern: 'components/**', mode: 'full' },
  { type: 'app', pattern: 'app/**', mode: 'full' },
  { type: 'e2e', pattern: 'e2e/**', mode: 'full' },
];
const allow = (from, to) => ({ from: [from], allow: to });

export default defineConfig([
  globalIgnores(['.next/**', 'next-env.d.ts', '.data/**', 'test-results/**', '.bench/**']),
  ...nextVitals,
  ...nextTypescript,
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: [
            allow('format', ['format']),
            allow('catalogues', ['catalogues', 'format']),
            allow('contracts', ['contracts', 'catalogues', 'format']),
            allow('client', ['client', 'contracts', 'catalogues', 'format']),
            allow('server', ['server', 'contracts', 'catalogues', 'format']),
            allow('emulator', ['emulator', 'contracts', 'catalogues', 'format']),
            allow('cli', ['cli', 'contracts', 'catalogues', 'format']),
            allow('components', ['components', 'client', 'contracts', 'catalogues', 'format']),
            allow('app', ['app', 'components', 'client', 'server', 'contracts', 'catalogues', 'format']),
            allow('e2e', ['e2e', 'cli', 'contracts', 'catalogues', 'format']),
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  { files: ['lib/cli/**', 'lib/emulator/main.ts'], rules: { 'no-console': 'off' } },
]);
