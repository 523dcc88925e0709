import eslint from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import tseslint from 'typescript-eslint';

const barrels = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' };
const defaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: a name is the same everywhere.'
};
const enums = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.ringdown/', 'force-app/**/*.js', 'force-app/types/'] },
  eslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', barrels, defaultExports],
      'object-shorthand': 'error',
      'prefer-const': 'error'
    }
  },
  {
    files: ['**/*.ts'],
    // Rules that must know types are in .oxlintrc.json: what judges them there needs a tenth of the time.
    extends: [tseslint.configs.recommended],
    rules: {
      'no-restricted-syntax': ['error', barrels, defaultExports, enums],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Commands and their libraries are loaded when they are called, with `require` and `typeof import`.
      '@typescript-eslint/no-require-imports': 'off'
    }
  },
  ...lwc.map((part) => ({ ...part, files: ['force-app/**/lwc/**/*.ts'] })),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    settings: { jest: { version: 29 } },
    rules: {
      // The platform takes a component as the default export of its module.
      'no-restricted-syntax': ['error', enums],
      'no-void': ['error', { allowAsStatement: true }],
      'no-confusing-arrow': 'off',
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-redeclare': 'off',
      // The compiler knows what a module exports.
      'import/namespace': 'off',
      'import/named': 'off',
      'import/default': 'off'
    }
  },
  // What Jest runs in place of a module of the platform, and the settings that Jest itself reads.
  {
    files: ['test/jest-mocks/**/*.js', 'jest.config.js'],
    languageOptions: { globals: { jest: 'readonly', require: 'readonly', module: 'readonly', process: 'readonly' } }
  },
  {
    files: ['force-app/**/__tests__/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-document-query': 'off',
      '@lwc/lwc/prefer-custom-event': 'off'
    }
  },
  // The two places that print: reports of the tool, and the process that runs a stand-in.
  {
    files: ['scripts/report/**/*.ts', 'local/main.ts', 'local/lightning/main.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' }
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    // What a table of functions takes is in the type of the table.
    rules: { 'max-lines': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' }
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'require',
          'module',
          '__dirname',
          '__filename',
          'console',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'fetch'
        ].map((name) => [name, 'readonly'])
      )
    }
  },
  // Tools read their settings from a default export.
  { files: ['*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } }
);
