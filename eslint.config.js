import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { boundaryConfigs, boundarySettings } from './scripts/eslint/boundaries.js'
import { fileNames } from './scripts/eslint/file-names.js'

const environment = {
  selector:
    ':matches(MemberExpression[object.name="process"]:matches([property.name="env"], [property.value="env"]), ' +
    'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"])',
  message: 'The environment is read by the configuration only (apps/api/src/config.ts)',
}
const defaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Exports have names',
}
const leftOutTest = {
  selector:
    'MemberExpression[object.name=/^(describe|it|test|suite|bench)$/][property.name=/^(only|skip|todo)$/]',
  message: 'Every test runs',
}
const importedEnvironment = {
  name: 'node:process',
  importNames: ['env'],
  message: 'The environment is read by the configuration only (apps/api/src/config.ts)',
}

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/dist-*/**',
    '**/.turbo/**',
    '.seedbed/**',
    '**/*.d.ts',
    '**/screenshots/**',
  ]),
  js.configs.recommended,
  {
    plugins: { seedbed: { rules: { 'file-names': fileNames } }, boundaries },
    settings: boundarySettings,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'seedbed/file-names': 'error',
      'no-restricted-syntax': ['error', environment, defaultExport, leftOutTest],
      'no-restricted-imports': ['error', { paths: [importedEnvironment] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  ...boundaryConfigs,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['scripts/**', '**/*.config.{js,mjs,ts}', 'apps/*/scripts/**', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'exports',
          'require',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: [
      'scripts/**',
      '**/*.config.{js,mjs,ts}',
      'apps/*/scripts/**',
      'apps/api/src/config.ts',
      'apps/e2e/environment.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', leftOutTest], 'no-restricted-imports': 'off' },
  },
)
