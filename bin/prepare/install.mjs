import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { findNode } from './node.mjs'
import { foreignPath, root } from './run.mjs'
import { elapsed, giveUp, say } from './say.mjs'

const needed = 1_000_000_000

const packagesIn = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** What a build is made with may be missing where a build is brought along; a start from sources needs it. */
const toBuild = (packages) =>
  Object.keys(packages[''].optionalDependencies ?? {})
    .map((name) => `node_modules/${name}`)
    .filter((at) => !packages[at]?.os)

/** Whether node_modules holds what package-lock.json names, for tests too where asked; npm writes its own list last, so a broken-off install is seen. */
export const isInstalled = ({ tests }) => {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  const building = new Set(toBuild(wanted))
  const needed = ({ dev, optional, devOptional }) => !optional && !devOptional && (tests || !dev)
  return Object.entries(wanted).every(
    ([at, one]) => at === '' || (!building.has(at) && !needed(one)) || present[at]?.version === one.version,
  )
}

const count = () => {
  try {
    return fs.readdirSync(path.join(root, 'node_modules')).length
  } catch {
    return 0
  }
}

/** Free bytes where the project lies; undefined on a Node that cannot tell. */
const freeSpace = () => {
  if (!fs.statfsSync) return undefined
  const { bavail, bsize } = fs.statfsSync(root)
  return bavail * bsize
}

const cleanInstall = (tests) =>
  new Promise((resolve) => {
    const child = spawn(
      'npm',
      [
        'ci',
        tests ? '--include=dev' : '--omit=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--no-progress',
        '--loglevel=error',
      ],
      {
        cwd: root,
        env: { ...process.env, PATH: foreignPath() },
        stdio: 'inherit',
      },
    )
    child.on('error', (error) => resolve(error.code))
    child.on('close', resolve)
  })

/** Installs the packages of package-lock.json unless they are there; those that only tests use where they are asked for. */
export const install = async ({ tests }) => {
  if (isInstalled({ tests }) && findNode()) return
  const free = freeSpace()
  if (free !== undefined && free < needed)
    giveUp(
      `Only ${Math.floor(free / 1_000_000)} MB are free in ${root}; the packages need 1 GB. Make room and start again.`,
    )
  const began = Date.now()
  say(`Installing packages (about ${tests ? 40 : 25} s) …`)
  const progress = setInterval(() => say(`  … ${elapsed(began)}, ${count()} folders`), 10_000)
  const code = await cleanInstall(tests)
  clearInterval(progress)
  if (code === 'ENOENT')
    giveUp('There is no npm on PATH. Install npm (on Debian: apt-get install npm) and start again.')
  if (code !== 0)
    giveUp(
      'The packages could not be installed; npm says why above. If it is the network, see "npm config get registry"; then start again.',
    )
  say(`  installed in ${elapsed(began)}`)
}
