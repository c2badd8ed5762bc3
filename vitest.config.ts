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
    // Far beyond what any takes: a slow machine fails no test, a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
