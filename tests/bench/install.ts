import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fetchPage, type Row } from './measure.ts'

const PORT = 3987
const LONGEST = 240_000
const MOST_PACKAGES = 200

/** B11: from a bare clone to the first page, against `npm ci` of the same lock alone; and how much is installed to serve. */
export async function install(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [alone, whole] = [join(folder, 'alone'), join(folder, 'whole')]
    for (const clone of [alone, whole])
      execFileSync('git', ['clone', '--quiet', '--no-hardlinks', '.', clone])
    const limit = timed(() =>
      execFileSync('npm', ['ci', '--silent'], { cwd: alone, stdio: 'ignore', timeout: LONGEST }),
    )
    const ours = await untilFirstPage(whole)
    const say = (value: number) => `${(value / 1000).toFixed(1)} s`
    const row = {
      bench: 'B11 install to first page',
      limit: say(limit),
      ours: say(ours),
      ratio: ours / limit,
    }
    return [{ ...row, must: 1.5, goal: 1.25, spread: 'one run' }, packages()]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timed(work: () => unknown) {
  const began = performance.now()
  work()
  return performance.now() - began
}

async function untilFirstPage(folder: string) {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: `${PORT}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (words) => {
      said += words
    })
  try {
    while (performance.now() - began < LONGEST && child.exitCode === null) {
      const status = await fetchPage(PORT, '/').then(
        ({ status }) => status,
        () => 0,
      )
      if (status === 200) return performance.now() - began
      await pause(100)
    }
    throw new Error(`npm start served nothing:\n${said.slice(-2_000)}`)
  } finally {
    if (child.exitCode === null && child.pid) {
      process.kill(-child.pid, 'SIGTERM')
      await once(child, 'exit')
    }
  }
}

function packages(): Row {
  const { packages: all } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<
      string,
      { dev?: boolean; devOptional?: boolean; optional?: boolean; os?: string[]; cpu?: string[] }
    >
  }
  const here = (list: string[] | undefined, name: string) => list === undefined || list.includes(name)
  const serving = Object.entries(all).filter(
    ([at, one]) =>
      at && !one.dev && !one.devOptional && here(one.os, process.platform) && here(one.cpu, process.arch),
  )
  const [limit, ours] = [`${MOST_PACKAGES} packages`, `${serving.length} packages`]
  return {
    bench: 'B11 packages to build and serve',
    limit,
    ours,
    ratio: serving.length / MOST_PACKAGES,
    must: 1.5,
    goal: 1,
    spread: '',
  }
}
