import { defineConfig } from '@playwright/test'
import { findChromium } from './bin/prepare/debian.mjs'

const chromium = findChromium()

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const everything = process.env.EVERY_MODE === '1'
const files = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`)
const long = files('every-page', 'need-to-rating')
const scripted = files(
  'need-to-rating',
  'stranger-recounts',
  'resident-casts-each-ballot',
  'bidder-seals-at-home',
  'diary-without-a-signal',
)

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/told.ts',
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  // Whatever is waited for is waited for long enough on a slow machine too.
  expect: { timeout: 20_000 },
  globalTimeout: (everything ? 90 : 40) * 60_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: quiet,
    },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 360, height: 740 },
    screenshot: 'only-on-failure',
  },
  projects: [
    // The longest come first, so that both workers end together.
    { name: 'long', use: { javaScriptEnabled: false }, testMatch: long },
    // The road, and the pages that ship a script of ours, run with scripts on each time; the rest in `npm run prove`.
    {
      name: 'script',
      use: { javaScriptEnabled: true },
      ...(everything ? {} : { testMatch: scripted }),
    },
    { name: 'plain', use: { javaScriptEnabled: false }, testIgnore: long },
  ],
})
