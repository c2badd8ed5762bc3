import path from 'node:path'
import { build } from 'esbuild'

/** Where the count asks node:crypto or the vault for a hash, a browser asks these. */
const digests = path.resolve('app/recount/digests.ts')

/** The one script a resident's page carries: the recount, in a JavaScript that phones of 2020 speak. */
await build({
  entryPoints: ['app/recount/main.ts'],
  outfile: process.argv[2] ?? 'build/client/recount.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome80', 'safari14', 'firefox78'],
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'digests',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^(node:crypto|#app\/ports\/vault\.ts)$/ }, () => ({ path: digests })),
    },
  ],
})
