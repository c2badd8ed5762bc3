import { build } from 'esbuild'

/** The one script of the diary's page: what could not be sent is kept in the phone and sent when there is a signal. */
await build({
  entryPoints: ['app/unsent/main.ts'],
  outfile: process.argv[2] ?? 'build/client/unsent.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome80', 'safari14', 'firefox78'],
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
})
