const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const lwc = '<rootDir>/node_modules/@lwc';

module.exports = {
  ...jestConfig,
  testMatch: ['<rootDir>/force-app/**/lwc/**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/test/jest-mocks/accessible.js'],
  // The transformer keeps instrumentation out of its cache key: a run that measures coverage has a cache of its own.
  cacheDirectory: `<rootDir>/.ringdown/cache/jest${process.argv.includes('--coverage') ? '-coverage' : ''}`,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.ringdown'],
  moduleNameMapper: {
    // LWC 9 is published as ES modules first, which Jest 29 does not load.
    '^(lwc|@lwc/engine-dom)$': `${lwc}/engine-dom/dist/index.cjs`,
    '^@lwc/(synthetic-shadow|wire-service|engine-server)$': `${lwc}/$1/dist/index.cjs`,
    // The sources, never the JavaScript that was compiled from them.
    '^c/(.+)$': ['<rootDir>/force-app/main/default/lwc/$1/$1.ts', '<rootDir>/force-app/voice/default/lwc/$1/$1.ts'],
    '^lightning/messageService$': '<rootDir>/test/jest-mocks/lightning/message-service.js',
    '^lightning/platformUtilityBarApi$': '<rootDir>/test/jest-mocks/lightning/platform-utility-bar-api.js'
  }
};
