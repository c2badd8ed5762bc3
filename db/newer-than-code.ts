import { readFileSync } from 'node:fs'
import path from 'node:path'
import { newerThanCode } from './store.ts'

type Journal = { entries: Array<{ when: number }> }
/** 毫秒: when the last migration was written that this release knows. */
export const newestIn = (folder: string) => {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as Journal
  return Math.max(0, ...entries.map((e) => e.when))
}
/** Refuses a database whose last migration this release does not know. */
export const refuseNewer = (applied: number | undefined, folder: string) => {
  if ((applied ?? 0) > newestIn(folder)) throw new Error(newerThanCode)
}
