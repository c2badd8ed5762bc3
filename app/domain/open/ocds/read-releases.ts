import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import { isPg } from '#db/dialect.ts'
import { ocdsReleases } from '#db/schema/index.ts'
import type { Reader, Store } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { Json } from './words.ts'

export const PAGE = 100
const CHUNK = 64

/** The place of the newest release; nought where there is none. */
export async function newestOf(db: Reader): Promise<{ ordinal: number; sha256: string }> {
  const [last] = await db
    .select({ ordinal: ocdsReleases.ordinal, sha256: ocdsReleases.sha256 })
    .from(ocdsReleases)
    .orderBy(desc(ocdsReleases.ordinal))
    .limit(1)
  return last ?? { ordinal: 0, sha256: '' }
}

/** One page of the feed: the stored words of each release after that place, and where the next page begins. */
export async function pageOf(db: Reader, after: number, most = PAGE) {
  const rows = await db
    .select({
      ordinal: ocdsReleases.ordinal,
      at: ocdsReleases.at,
      json: ocdsReleases.json,
      sha256: ocdsReleases.sha256,
    })
    .from(ocdsReleases)
    .where(gt(ocdsReleases.ordinal, after))
    .orderBy(asc(ocdsReleases.ordinal))
    .limit(most + 1)
  const shown = rows.slice(0, most)
  return { rows: shown, next: rows.length > most ? shown.at(-1)!.ordinal : null }
}
export type FeedPage = Awaited<ReturnType<typeof pageOf>>

/** Every release of one process, the oldest first. */
export async function releasesOf(db: Reader, ocid: string) {
  const rows = await db
    .select({
      json: ocdsReleases.json,
      at: ocdsReleases.at,
      seq: ocdsReleases.seq,
      sha256: ocdsReleases.sha256,
    })
    .from(ocdsReleases)
    .where(eq(ocdsReleases.ocid, ocid))
    .orderBy(asc(ocdsReleases.seq))
  if (rows.length === 0) throw new Refusal('missing', 'no-such-process')
  return rows.map(({ json, at, sha256 }) => ({ release: JSON.parse(json) as Json, at, sha256 }))
}

const range = (after: number, upTo: number) =>
  and(gt(ocdsReleases.ordinal, after), lte(ocdsReleases.ordinal, upTo))
/** Some releases as lines of text, put together by the database itself: nothing is taken apart on the way. */
const linesQuery = (after: number, upTo: number) =>
  isPg
    ? sql`select string_agg(json, ${'\n'} order by ordinal) as lines from ocds_release where ${range(after, upTo)}`
    : sql`select cast(group_concat(json, ${'\n'} order by ordinal) as blob) as lines from ocds_release where ${range(after, upTo)}`

/** 全部数据: the stored lines from after one place up to another, in pieces small enough to hold. */
export async function* linesOf(
  store: Pick<Store, 'rows'>,
  after: number,
  upTo: number,
): AsyncGenerator<Buffer> {
  for (let at = after; at < upTo; at += CHUNK) {
    const [row] = await store.rows<{ lines: Buffer | string | null }>(
      linesQuery(at, Math.min(at + CHUNK, upTo)),
    )
    if (!row?.lines) continue
    yield Buffer.isBuffer(row.lines) ? row.lines : Buffer.from(row.lines)
    yield newline
  }
}
const newline = Buffer.from('\n')

/** Every process by its ocid, some at a time, compiled by the reader. */
export async function* processesOf(db: Reader): AsyncGenerator<Json[]> {
  let last = ''
  for (;;) {
    const ocids = await db
      .selectDistinct({ ocid: ocdsReleases.ocid })
      .from(ocdsReleases)
      .where(gt(ocdsReleases.ocid, last))
      .orderBy(asc(ocdsReleases.ocid))
      .limit(PAGE)
    if (ocids.length === 0) return
    const rows = await db
      .select({ ocid: ocdsReleases.ocid, json: ocdsReleases.json })
      .from(ocdsReleases)
      .where(and(gt(ocdsReleases.ocid, last), lte(ocdsReleases.ocid, ocids.at(-1)!.ocid)))
      .orderBy(asc(ocdsReleases.ocid), asc(ocdsReleases.seq))
    for (const { ocid } of ocids)
      yield rows.filter((row) => row.ocid === ocid).map((row) => JSON.parse(row.json) as Json)
    last = ocids.at(-1)!.ocid
  }
}
