import { statfs } from 'node:fs/promises'
import type { Store } from '#db/store.ts'
import { tailHolds } from '#domain/treasury/tail-holds.ts'

type Room = { bavail: number; blocks: number; bsize: number }
/** 5 % of a disk is kept free; of a large one 10 GiB are enough. */
const enough = ({ bavail, blocks, bsize }: Room) => bavail >= Math.min(blocks * 0.05, (10 * 2 ** 30) / bsize)

type Parts = {
  store: Store
  /** Folders on the disks that are written. */
  folders: readonly string[]
  isSure: () => Promise<boolean>
  measure?: (folder: string) => Promise<Room>
}
/** Fails, with the word of what is wrong, unless a row can be written, room is left, the time is sure and the last entries balance. */
export function readiness({ store, folders, isSure, measure = statfs }: Parts) {
  const checks: Record<string, () => Promise<boolean>> = {
    disk: async () => (await Promise.all(folders.map(measure))).every(enough),
    clock: isSure,
    ledger: () => tailHolds(store.db),
  }
  return async () => {
    await store.ready()
    for (const [what, holds] of Object.entries(checks))
      if (!(await holds())) throw new Error(`not-ready: ${what}`)
  }
}
