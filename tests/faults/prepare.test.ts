import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'prepare-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

/** A program of this name that notes what it was called with, and ends as told. */
function standIn(name: string, script: string) {
  const bin = folder()
  writeFileSync(path.join(bin, name), `#!/bin/sh\necho "$@" >> ${bin}/calls\n${script}\n`)
  chmodSync(path.join(bin, name), 0o755)
  const calls = () =>
    existsSync(`${bin}/calls`) ? readFileSync(`${bin}/calls`, 'utf8').trim().split('\n') : []
  return { bin, calls }
}

async function run(args: string[], options: SpawnOptions) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (part) => {
      said += part
    })
  const [code] = await once(child, 'close')
  return { code: code as number | null, said }
}

const debian = (packages: string[], isRoot: boolean, PATH: string) => {
  const script = `import { installFromDebian } from './bin/prepare/debian.mjs'
    await installFromDebian(${JSON.stringify(packages)}, ${isRoot})`
  return run(['--input-type=module', '--eval', script], { env: { ...process.env, PATH } })
}

test('root on Debian: what the tests lack is installed, one package at a time', async () => {
  const { bin, calls } = standIn('apt-get', 'exit 0')
  const { code } = await debian(['chromium', 'postgresql'], true, `${bin}:${process.env.PATH}`)
  expect(code).toBe(0)
  expect(calls()).toEqual([
    'update -qq -o Acquire::http::Timeout=20',
    'install -y -qq --no-install-recommends chromium',
    'install -y -qq --no-install-recommends postgresql',
  ])
})

test('apt-get is not called when nothing is lacking, nor by who is not root', async () => {
  const { bin, calls } = standIn('apt-get', 'exit 0')
  expect((await debian([], true, `${bin}:${process.env.PATH}`)).said).toBe('')
  const { code, said } = await debian(['chromium'], false, `${bin}:${process.env.PATH}`)
  expect([code, said]).toEqual([
    0,
    'Not installed: chromium (needs root on Debian: apt-get install chromium).\n',
  ])
  expect(calls()).toEqual([])
})

test('a package that apt-get cannot install is a sentence, and the next is still tried', async () => {
  const { bin, calls } = standIn('apt-get', 'case "$*" in *chromium*) exit 100;; esac')
  const { code, said } = await debian(['chromium', 'postgresql'], true, `${bin}:${process.env.PATH}`)
  expect(code).toBe(0)
  expect(said).toContain('chromium could not be installed; apt-get says why above.')
  expect(said).not.toContain('postgresql could not')
  expect(calls()).toHaveLength(3)
})

test('where the browser without windows is not to be had, the whole one is asked for', async () => {
  const { bin, calls } = standIn('apt-get', 'case "$*" in *headless-shell*) exit 100;; esac')
  const script = `import { installFromDebian } from './bin/prepare/debian.mjs'
    import fs from 'node:fs'
    fs.existsSync = () => false
    await installFromDebian(['chromium-headless-shell'], true)`
  const env = { ...process.env, CHROMIUM: undefined, PATH: `${bin}:${process.env.PATH}` }
  await run(['--input-type=module', '--eval', script], { env })
  expect(calls().at(-1)).toBe('install -y -qq --no-install-recommends chromium')
})

test('elsewhere than on Debian the missing packages are named', async () => {
  const bin = folder()
  symlinkSync('/bin/sh', path.join(bin, 'sh'))
  expect((await debian(['chromium'], true, bin)).said).toMatch(/^Not installed: chromium/)
})

/** The start of a clone in which nothing is installed yet, with changes to what Node says of this machine. */
async function startBare({ machine = '', env = {} }: { machine?: string; env?: Record<string, string> }) {
  const clone = folder()
  cpSync('bin', path.join(clone, 'bin'), { recursive: true })
  cpSync('package-lock.json', path.join(clone, 'package-lock.json'))
  const preload = machine ? ['--import', `data:text/javascript,${encodeURIComponent(machine)}`] : []
  return run([...preload, 'bin/start.mjs'], { cwd: clone, env: { ...process.env, PORT: '39417', ...env } })
}

test('a port in use is said before anything is installed', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const { code, said } = await startBare({ env: { PORT: `${port}` } })
  taken.close()
  expect(code).toBe(1)
  expect(said).toContain(`Port ${port} is already in use.`)
  expect(said).toContain(`PORT=${port + 1} npm start`)
  expect(said).not.toContain('Installing')
})

test('a port that is none is said', async () => {
  const { code, said } = await startBare({ env: { PORT: 'http' } })
  expect([code, said]).toEqual([1, expect.stringContaining('PORT=http is not a port number.')])
})

test('too little room for the packages is said, and npm is not begun', async () => {
  const { bin, calls } = standIn('npm', 'exit 0')
  const machine = "import fs from 'node:fs'; fs.statfsSync = () => ({ bavail: 42, bsize: 1000000 })"
  const { code, said } = await startBare({ machine, env: { PATH: `${bin}:${process.env.PATH}` } })
  expect(code).toBe(1)
  expect(said).toMatch(/Only 42 MB are free in .*; the packages need 1 GB\. Make room and start again\./)
  expect(calls()).toEqual([])
})

test('an npm that fails, and none at all, are said', async () => {
  const { bin } = standIn('npm', 'exit 1')
  const failed = await startBare({ env: { PATH: `${bin}:${process.env.PATH}` } })
  expect([failed.code, failed.said]).toEqual([1, expect.stringContaining('npm says why above')])
  const none = await startBare({ env: { PATH: folder() } })
  expect([none.code, none.said]).toEqual([1, expect.stringContaining('There is no npm on PATH.')])
})

test('a machine whose Node is too old, and for which the project brings none, is told what to do', async () => {
  const { bin } = standIn('npm', 'exit 0')
  const machine =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } })"
  const { code, said } = await startBare({ machine, env: { PATH: `${bin}:${process.env.PATH}` } })
  expect(code).toBe(1)
  expect(said).toContain('This machine has Node 20.9.0')
  expect(said).toContain('install Node 24 from https://nodejs.org/en/download and start again.')
})

/** What is installed in a clone of this lock, as npm's own list says, and whether that is enough. */
async function isEnough(
  leaves: (one: { dev?: boolean; os?: string[] }, at: string) => boolean,
  tests: boolean,
) {
  const clone = folder()
  cpSync('bin', path.join(clone, 'bin'), { recursive: true })
  cpSync('package-lock.json', path.join(clone, 'package-lock.json'))
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, object> }
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(([at, one]) => !leaves(one, at)))
  mkdirSync(path.join(clone, 'node_modules'))
  writeFileSync(path.join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  const script = `import { isInstalled } from './bin/prepare/install.mjs'
    process.stdout.write(String(isInstalled({ tests: ${tests} })))`
  return (await run(['--input-type=module', '--eval', script], { cwd: clone })).said
}

test('to serve, the packages of the tests may be missing; what builds the pages may not', async () => {
  expect(await isEnough((one) => one.dev === true, false)).toBe('true')
  expect(await isEnough((one) => one.dev === true, true)).toBe('false')
  expect(await isEnough((one) => one.os !== undefined, true)).toBe('true')
  expect(await isEnough((_one, at) => at === 'node_modules/esbuild', false)).toBe('false')
})

test('npm start leaves out what only tests use', async () => {
  const { bin, calls } = standIn('npm', 'exit 1')
  const { said } = await startBare({ env: { PATH: `${bin}:${process.env.PATH}` } })
  expect(said).toContain('The packages could not be installed')
  expect(calls()).toEqual([expect.stringMatching(/^ci --omit=dev --include=optional /)])
})
