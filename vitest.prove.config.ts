import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/prove/**/*.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
    hookTimeout: 60_000,
  },
})
