import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'
import { elapsed, say } from './say.mjs'

const sources = ['app', 'db', 'bin', 'public']
const settings = /^(package(-lock)?\.json|tsconfig\.json|(vite|tailwind|postcss)\.config\.\w+)$/

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

const esbuild = (entry, ...options) =>
  run('esbuild', [
    entry,
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--packages=external',
    '--log-level=warning',
    ...options,
  ])
const programs = () =>
  Promise.all([
    esbuild('bin/serve.ts', '--splitting', '--outdir=build', '--chunk-names=[name]'),
    esbuild('bin/tell-demo.ts', '--outfile=build/tell-demo.js'),
  ])
const pages = () => run('remix', ['vite:build'], { env: { NODE_ENV: 'production' } })
const worst = (results) => Math.max(...results.map(({ code }) => code))

/** Makes the programs, then the pages; `meanwhile` may run what needs only the programs. Answers the exit code. */
export const makeAll = async (meanwhile = () => {}) => {
  const code = worst(await programs())
  if (code !== 0) return code
  const [made] = await Promise.all([pages(), meanwhile()])
  return made.code
}

/** Builds unless the last build was made from these very sources; answers the exit code. */
export const build = async (meanwhile) => {
  const print = fingerprint()
  if (isBuilt(print)) {
    say('The build is up to date.')
    return 0
  }
  const began = Date.now()
  say('Building …')
  fs.rmSync(stamp, { force: true })
  const code = await makeAll(meanwhile)
  if (code !== 0) return code
  fs.writeFileSync(stamp, print)
  say(`  built in ${elapsed(began)}`)
  return 0
}
