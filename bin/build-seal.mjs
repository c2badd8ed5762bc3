import { build } from 'esbuild'

/** The one script of a bidder's sending pages: seals in the browser by the lines the server seals with. */
await build({
  entryPoints: ['app/seal/main.ts'],
  outfile: process.argv[2] ?? 'build/client/seal.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome80', 'safari14', 'firefox78'],
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
})
