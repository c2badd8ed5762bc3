import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'
import { elapsed, say } from './say.mjs'

const sources = ['app', 'db', 'bin', 'public']
const settings = /^(package(-lock)?\.json|tsconfig\.json|tailwind\.config\.\w+)$/

const filesIn = (folder) =>
  fs.existsSync(path.join(root, folder))
    ? fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const at = path.join(folder, entry.name)
        return entry.isDirectory() ? filesIn(at) : [at]
      })
    : []

/** One hash over all that a build is made from. */
const fingerprint = () => {
  const hash = createHash('sha256')
  const files = [...fs.readdirSync(root).filter((name) => settings.test(name)), ...sources.flatMap(filesIn)]
  for (const file of files.sort()) hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const stamp = path.join(root, 'build', '.stamp')

const isBuilt = (print) =>
  fs.existsSync(path.join(root, 'build', 'serve.js')) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, 'utf8') === print

/** Whether what is built was made from the sources as they lie here. */
export const isCurrent = () => isBuilt(fingerprint())

/** Their descriptions are large, or lie in many files that Node reads anew each time; inside the bundle they are read never. */
const bundled = ['drizzle-orm', 'zod', '@conform-to/zod', 'i18next', 'express', 'rate-limiter-flexible']
/** The packages that a bundle leaves where they lie. */
export const outside = () => {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => !bundled.includes(name))
}

const esbuild = (entries, ...options) =>
  run('esbuild', [
    ...[entries].flat(),
    '--bundle',
    '--platform=node',
    '--format=esm',
    ...outside().map((name) => `--external:${name}`),
    '--log-level=warning',
    ...options,
  ])
const server = () => esbuild('bin/serve.ts', '--splitting', '--outdir=build', '--chunk-names=[name]')
const pages = () => run('node', ['bin/build-pages.mjs'])

/** Lies outside build/: it is told from once, and served by nobody. */
const teller = '.cache/tell-demo.js'
const bundleTeller = () => esbuild('bin/tell-demo.ts', `--outfile=${teller}`)

/** The recount in a reader's browser; stands among the pages' files, so it is made after them. */
const recount = () => run('node', ['bin/build-recount.mjs'])

/** What a bidder's browser seals with; stands there too. */
const seal = () => run('node', ['bin/build-seal.mjs'])

/** What keeps an entry of the diary in the phone while there is no signal; there too. */
const unsent = () => run('node', ['bin/build-unsent.mjs'])

const tools = [
  ...['found-district', 'renew-key', 'verify-ledger', 'fill-releases', 'move-to-postgres'],
  ...['redflags', 'tally', 'trustee', 'verify-round'],
]
/** Where a tool lies once it is made. */
export const toolAt = (name) => path.join(root, 'build', 'tools', `${name}.js`)
/** What an operator runs beside the server: one program each, so that a server needs nothing that only tests use. */
export const bundleTools = () =>
  esbuild(
    tools.map((name) => `bin/${name}.ts`),
    '--splitting',
    '--outdir=build/tools',
    '--chunk-names=shared-[hash]',
  )

/** Makes the pages, then the recount, the sealing, the keeping and the server that gives them, and notes from what; answers the exit code. */
export const makeAll = async () => {
  const print = fingerprint()
  fs.rmSync(stamp, { force: true })
  const first = await pages()
  const made =
    first.code === 0 ? await Promise.all([recount(), seal(), unsent(), server(), bundleTools()]) : [first]
  const failed = made.find(({ code }) => code !== 0)
  if (failed) return failed.code
  fs.writeFileSync(stamp, print)
  return 0
}

/** Makes all, and meanwhile tells the demonstration, which needs no pages. */
const makeAndTell = async (node, env) => {
  const tell = async () => {
    if ((await bundleTeller()).code === 0) await run(node, [teller], { env, quiet: true })
  }
  const [code] = await Promise.all([makeAll(), tell()])
  return code
}

/** Builds unless the last build was made from these very sources; answers the exit code. `tells`: the Node and settings of a server to come. */
export const build = async (tells) => {
  if (isCurrent()) {
    say('The build is up to date.')
    return 0
  }
  const began = Date.now()
  say('Building …')
  const code = tells ? await makeAndTell(tells.node, tells.settings) : await makeAll()
  if (code !== 0) return code
  say(`  built in ${elapsed(began)}`)
  return 0
}
