import { once as when } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cpuOf, fetchPage, interleave, type Row, rssOf, start } from './measure.ts'

const ROUNDS = 7

/** B10: CPU time and memory from nothing to the first page served, on a database that is already there. */
export async function coldStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'cold.sqlite')
  await prepare(file, folder)
  const memory: { limit: number[]; ours: number[] } = { limit: [], ours: [] }
  const once = async (command: string[], port: number, into: number[]) => {
    const served = await start(command, port, settings(file, folder))
    const { status } = await fetchPage(port, '/')
    if (status !== 200) throw new Error(`the front page answered ${status}`)
    const spent = cpuOf(served.pid)
    await pause(500)
    into.push(rssOf(served.pid))
    await served.stop()
    return spent
  }
  const limit = () => once([process.execPath, 'tests/bench/limit-start.ts'], 3989, memory.limit)
  const ours = () => once([process.execPath, 'build/serve.js'], 3988, memory.ours)
  const cpu = await interleave(ROUNDS, limit, ours)
  rmSync(folder, { recursive: true, force: true })
  const held = memory.ours.map((value, nth) => value / memory.limit[nth]!)
  const say = (value: number) => `${Math.round(value)} CPU-ms`
  return [
    { ...cpu, bench: 'B10 cold start', limit: say(cpu.limit), ours: say(cpu.ours), must: 4, goal: 2 },
    { ...memoryRow(memory, held) },
  ]
}

const settings = (file: string, folder: string) => ({
  DATABASE_URL: `file:${file}`,
  DATABASE_FILE: file,
  FILES: folder,
  SANSHE_DEMO: 'empty',
})

/** The first start makes the database; it is not what is measured. */
async function prepare(file: string, folder: string) {
  const { child } = await start([process.execPath, 'build/serve.js'], 3988, settings(file, folder))
  child.kill('SIGTERM')
  await when(child, 'exit')
}

function memoryRow({ limit, ours }: { limit: number[]; ours: number[] }, held: number[]): Row {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
  const say = (value: number) => `${Math.round(value)} MB`
  const spread = `${Math.min(...held).toFixed(2)}–${Math.max(...held).toFixed(2)}`
  const bench = 'B10 idle memory'
  return {
    bench,
    limit: say(middle(limit)),
    ours: say(middle(ours)),
    ratio: middle(held),
    spread,
    must: 2.5,
    goal: 1.4,
  }
}
