import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/prove/**'],
    globalSetup: ['tests/support/run.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    // A worker reads each module once: the tests share nothing that a module holds.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
