import { count } from 'drizzle-orm'
import type { Files } from '#app/ports/files/files.ts'
import type { Vault } from '#app/ports/vault.ts'
import { clockOffsets, places } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import { installFigures } from '#domain/figures.ts'
import { installBase } from './base.ts'
import { readDistrict } from './district.ts'
import { grounds } from './grounds.ts'
import { openStory } from './story.ts'
import { tellAll } from './tell-all.ts'

export type Told = (what: string) => void

/** The demonstration was begun here and not finished: nothing half-told is served. */
export const halfTold = 'demonstration-half-told'

/** Whether there is anything in this store yet; refuses one whose demonstration was cut off half way. */
export async function isEmpty(store: Store): Promise<boolean> {
  const [row] = await store.db.select({ n: count() }).from(places)
  if ((row?.n ?? 0) === 0) return true
  const marks = await store.db.select().from(clockOffsets)
  if (marks.length === 0) throw new Error(halfTold)
  return false
}

/** Brings in the demo district: its ground as rows, its story through the domain's own commands under a set clock. */
export async function seedDemo(
  { store, vault, files }: { store: Store; vault: Vault; files: Files },
  mode: 'full' | 'empty',
  now: Date,
  told: Told = () => {},
) {
  const district = readDistrict()
  await store.transact(async (tx) => {
    await installFigures(tx)
    await installBase(tx, district, vault)
  })
  const story = await openStory(store, vault, files, district)
  await grounds(story)
  if (mode === 'full') await tellAll(story, told)
  const milliseconds = Date.parse(district.meta.demoClock) - now.getTime()
  await store.transact((tx) => tx.insert(clockOffsets).values({ id: 'demo', milliseconds }))
}
