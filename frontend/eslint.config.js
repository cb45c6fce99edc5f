import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const of = (...type) => ({ element: { type } });

export default tseslint.config(
  { ignores: ['dist/', 'target/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
    },
  },
  {
    // Who may know whom: app → features → components → lib; a feature never another feature.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/testing/**', '**/*.test.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [`${import.meta.dirname}/scripts/import-resolver.cjs`]: {} },
      'boundaries/elements': [
        { type: 'app', pattern: 'src/app' },
        { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
        { type: 'components', pattern: 'src/components' },
        { type: 'lib', pattern: 'src/lib/*', capture: ['name'] },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: of('app'), allow: { to: of('app', 'feature', 'components', 'lib') } },
            {
              from: of('feature'),
              allow: [
                {
                  to: {
                    element: {
                      type: 'feature',
                      captured: { name: '{{ from.element.captured.name }}' },
                    },
                  },
                },
                { to: of('components', 'lib') },
              ],
            },
            { from: of('components'), allow: { to: of('components', 'lib') } },
            { from: of('lib'), allow: { to: of('lib') } },
          ],
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'zod', message: 'Import z from @/lib/schema: it keeps zod off eval.' }],
          patterns: [
            {
              group: ['@/features/*/*', '@/lib/*/*'],
              message: 'Another part is entered through its index.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/lib/schema/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['scripts/**', 'postcss.config.mjs', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
  },
  { files: ['public/**'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
);
