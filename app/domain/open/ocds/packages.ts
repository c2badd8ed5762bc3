import { sha256 } from '#app/ports/vault.ts'
import type { Reader } from '#db/store.ts'
import { extensionUrls } from './extension.ts'
import { compileReleases } from './merge.ts'
import { type Profile, profileOf } from './profile.ts'
import { pageOf, releasesOf } from './read-releases.ts'
import { instantOf, type Json } from './words.ts'

/** One answer of the feed, its fingerprint, and where one goes on; no body for a visitor who holds it already. */
export type Package = { body: string | null; etag: string; next: string | null }

const headOf = ({ origin, publisher, license }: Profile, uri: string, publishedDate: string | null) => ({
  uri,
  version: '1.1',
  extensions: [...extensionUrls, `${origin}/open/ocds/extension/extension.json`],
  publishedDate,
  publisher: { name: publisher, uri: origin },
  license,
  publicationPolicy: `${origin}/open/data`,
})
const tagOf = (...parts: unknown[]) => `"${sha256(parts.join(' ')).slice(0, 32)}"`

/** 发布包: so many releases after a place in the feed; the stored words themselves, not written anew. */
export async function releasePackage(
  db: Reader,
  after: number,
  held?: string,
  most?: number,
): Promise<Package> {
  const profile = await profileOf(db)
  const { rows, next } = await pageOf(db, after, most)
  const etag = tagOf('releases', profile.version, after, rows.at(-1)?.ordinal, rows.at(-1)?.sha256, next)
  if (held?.includes(etag)) return { body: null, etag, next: null }
  const at = (cursor: number) =>
    `${profile.origin}/open/ocds/releases.json${cursor > 0 ? `?after=${cursor}` : ''}`
  const newest = rows.reduce<Date | null>((last, row) => (last && last > row.at ? last : row.at), null)
  const head = headOf(profile, at(after), instantOf(newest ?? new Date(0)))
  const links = next === null ? {} : { links: { next: at(next) } }
  const open = JSON.stringify({ ...head, ...links }).slice(0, -1)
  return {
    body: `${open},"releases":[${rows.map((row) => row.json).join(',')}]}`,
    etag,
    next: next === null ? null : at(next),
  }
}

/** 记录包: one process with all its releases, and what they come to. */
export async function recordPackage(db: Reader, ocid: string, held?: string): Promise<Package> {
  const profile = await profileOf(db)
  const told = await releasesOf(db, ocid)
  const etag = tagOf('record', profile.version, ocid, told.length, told.at(-1)!.sha256)
  if (held?.includes(etag)) return { body: null, etag, next: null }
  const releases = told.map(({ release }) => release)
  const head = headOf(profile, `${profile.origin}/open/ocds/records/${ocid}.json`, instantOf(told.at(-1)!.at))
  const record: Json = { ocid, releases, compiledRelease: compileReleases(releases) }
  return { body: JSON.stringify({ ...head, records: [record] }), etag, next: null }
}
