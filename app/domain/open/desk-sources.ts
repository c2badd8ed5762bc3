import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import type { DeskItem } from '../desk-item.ts'

type Source = (db: Reader, ctx: Context) => Promise<DeskItem[]>

/** Every stage's word on what waits for whom, in the order of the road. */
export const deskSources: readonly Source[] = []
