import { defineConfig, globalIgnores } from 'eslint/config';
import nextTypescript from 'eslint-config-next/typescript';
import nextVitals from 'eslint-config-next/core-web-vitals';
import boundaries from 'eslint-plugin-boundaries';

// Imports run one way: format, catalogues <- contracts <- {client, server, emulator}; client <- components <- app.
const folders = {
  format: 'lib/format',
  catalogues: 'lib/catalogues',
  contracts: 'lib/contracts',
  client: 'lib/client',
  server: 'lib/server',
  emulator: 'lib/emulator',
  cli: 'lib/cli',
  components: 'components',
  app: 'app',
  e2e: 'e2e',
};
const plain = ['format', 'catalogues'];
const shared = [...plain, 'contracts'];
const mayImport = {
  format: [],
  catalogues: ['format'],
  contracts: plain,
  client: shared,
  server: shared,
  emulator: shared,
  cli: shared,
  components: [...shared, 'client'],
  app: [...shared, 'client', 'components', 'server'],
  e2e: [...shared, 'cli'],
};
const policies = Object.entries(mayImport).map(([type, others]) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...others] } } } },
}));

export default defineConfig([
  globalIgnores(['.next/**', 'next-env.d.ts', '.data/**', 'test-results/**', '.bench/**']),
  ...nextVitals,
  ...nextTypescript,
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.entries(folders).map(([type, pattern]) => ({ type, pattern })),
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXOpeningElement[name.name='Link']:not(:has(JSXAttribute[name.name='prefetch']))",
          message:
            'All links in the window would be fetched ahead, and keep the console busy: prefetch={false}.',
        },
      ],
      // The React Compiler is off; and tools' config files are anonymous by custom.
      'react-hooks/incompatible-library': 'off',
      'import/no-anonymous-default-export': 'off',
    },
  },
  { files: ['lib/cli/**', 'lib/emulator/main.ts'], rules: { 'no-console': 'off' } },
  // Their databases are made as the commands make theirs.
  { files: ['lib/server/**/test-support/**'], rules: { 'boundaries/dependencies': 'off' } },
]);
