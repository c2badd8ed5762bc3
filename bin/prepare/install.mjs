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

/** Whether node_modules holds what package-lock.json names; npm writes its own list last, so a broken-off install is seen. */
export const isInstalled = () => {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([at, { version, optional }]) => at === '' || optional || present[at]?.version === version,
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

const cleanInstall = () =>
  new Promise((resolve) => {
    const child = spawn(
      'npm',
      [
        'ci',
        '--include=dev',
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

/** Installs the packages of package-lock.json unless they are there. */
export const install = async () => {
  if (isInstalled() && findNode()) return
  const free = freeSpace()
  if (free !== undefined && free < needed)
    giveUp(
      `Only ${Math.floor(free / 1_000_000)} MB are free in ${root}; the packages need 1 GB. Make room and start again.`,
    )
  const began = Date.now()
  say('Installing packages (about 40 s) …')
  const progress = setInterval(() => say(`  … ${elapsed(began)}, ${count()} folders`), 10_000)
  const code = await cleanInstall()
  clearInterval(progress)
  if (code === 'ENOENT')
    giveUp('There is no npm on PATH. Install npm (on Debian: apt-get install npm) and start again.')
  if (code !== 0)
    giveUp(
      'The packages could not be installed; npm says why above. If it is the network, see "npm config get registry"; then start again.',
    )
  say(`  installed in ${elapsed(began)}`)
}
