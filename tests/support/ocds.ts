import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { asc } from 'drizzle-orm'
import { ocdsReleases } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { extension, extensionUrls } from '#domain/open/ocds/extension.ts'
import type { Json } from '#domain/open/ocds/words.ts'

/** The official schemas and codelists, outside the project: third-party files are never copied in. */
export const ocdsFolder = process.env.OCDS_DIR ?? path.resolve('..', 'shared', 'data', 'ocds')
export const ocdsPresent = existsSync(path.join(ocdsFolder, '1__1__5', 'release-schema.json'))
export const ocdsFile = (...names: string[]) => readFileSync(path.join(ocdsFolder, ...names), 'utf8')
const read = (...names: string[]): Json => JSON.parse(ocdsFile(...names))

const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)
/** RFC 7396. */
export function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const result: Json = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch))
    if (value === null) delete result[name]
    else result[name] = patched(result[name], value)
  return result
}
/** Nothing but what the schema names: so that a slip of the pen in our own output is a fault. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isObject(schema)) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([k, v]) => [k, closed(v)]))
  const opens = 'patternProperties' in inner || !isObject(inner.properties) || 'additionalProperties' in inner
  return opens ? inner : { ...inner, additionalProperties: false }
}

/** The extensions a package of ours names, by the folder each lies in. */
const folders = () =>
  extensionUrls.flatMap((url) => {
    const name = /open-contracting-extensions\/(ocds_\w+_extension)\//.exec(url)?.[1]
    return name && existsSync(path.join(ocdsFolder, 'extensions', name)) ? [name] : []
  })

/** The release schema with every extension of ours laid over it, and closed. */
export function closedReleaseSchema(): Json {
  const patches = folders().map((name) => read('extensions', name, 'release-schema.json'))
  const whole = [...patches, extension.schema].reduce<unknown>(
    (schema, patch) => patched(schema, patch),
    read('1__1__5', 'release-schema.json'),
  )
  return closed(whole) as Json
}

type Check = (value: unknown) => string[]
/** Checks of releases and packages against the closed schema; compiled once. */
export async function validators(): Promise<{ release: Check; releases: Check; records: Check }> {
  const { default: Ajv } = await import('ajv-draft-04')
  const { default: formats } = await import('ajv-formats')
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats(ajv)
  const release = closedReleaseSchema()
  ajv.addSchema(release)
  ajv.addSchema(read('1__1__5', 'versioned-release-validation-schema.json'))
  const links = { properties: { links: extension.links } }
  const compile = (schema: unknown): Check => {
    const validate = ajv.compile(schema as object)
    return (value) =>
      validate(value)
        ? []
        : (validate.errors ?? []).map(
            (e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params).slice(0, 120)}`,
          )
  }
  return {
    release: compile({ $ref: String(release.id) }),
    releases: compile(patched(closed(read('1__1__5', 'release-package-schema.json')), links)),
    records: compile(patched(closed(read('1__1__5', 'record-package-schema.json')), links)),
  }
}

const codesOf = (csv: string) => {
  const rows = csv
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
  const at = rows[0]!.indexOf('Code')
  return rows.slice(1).flatMap((row) => (row[at] ? [row[at]] : []))
}
/** Every codelist by its file's name, those of our extensions laid on top. */
export function codelists(): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>()
  const add = (name: string, csv: string) => {
    const bare = name.replace(/^\+/, '')
    lists.set(bare, new Set([...(lists.get(bare) ?? []), ...codesOf(csv)]))
  }
  const core = path.join(ocdsFolder, 'codelists')
  for (const name of readdirSync(core)) add(name, readFileSync(path.join(core, name), 'utf8'))
  for (const name of folders()) {
    const folder = path.join(ocdsFolder, 'extensions', name, 'codelists')
    if (existsSync(folder))
      for (const f of readdirSync(folder)) add(f, readFileSync(path.join(folder, f), 'utf8'))
  }
  for (const [name, csv] of Object.entries(extension.codelists)) add(name, csv)
  return lists
}

let kept: { lists: Map<string, Set<string>>; schema: Json } | undefined
/** Codes that stand in no codelist, open ones too: `path: code`. */
export function strayCodes(value: unknown): string[] {
  kept ??= { lists: codelists(), schema: closedReleaseSchema() }
  const { lists, schema } = kept
  const definitions = schema.definitions as Json
  const strays: string[] = []
  const resolve = (s: Json): Json => {
    const ref = typeof s.$ref === 'string' ? s.$ref.split('/').at(-1)! : null
    return ref ? (definitions[ref] as Json) : s
  }
  const walk = (v: unknown, raw: unknown, at: string) => {
    if (!isObject(raw) || v === null || v === undefined) return
    const s = resolve(raw)
    const known = typeof s.codelist === 'string' ? lists.get(s.codelist) : undefined
    if (typeof s.codelist === 'string' && !known) strays.push(`${at}: no codelist ${s.codelist}`)
    if (known) for (const code of [v].flat()) if (!known.has(String(code))) strays.push(`${at}: ${code}`)
    if (Array.isArray(v)) for (const [n, item] of v.entries()) walk(item, s.items, `${at}/${n}`)
    else if (isObject(v))
      for (const [k, item] of Object.entries(v)) walk(item, (s.properties as Json)?.[k], `${at}/${k}`)
  }
  walk(value, schema, '')
  return strays
}

const at = (value: unknown) => (value === undefined ? Number.NaN : Date.parse(String(value)))
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [])
/** References that lead nowhere, and roles that no part of the release bears out. */
export function danglingReferences(release: Json): string[] {
  const faults: string[] = []
  const parties = new Map(list(release.parties).map((p) => [p.id, p]))
  const walk = (v: unknown, where: string) => {
    if (Array.isArray(v)) for (const item of v) walk(item, where)
    else if (isObject(v))
      for (const [k, item] of Object.entries(v)) {
        const refs = ['buyer', 'procuringEntity', 'payer', 'payee'].includes(k)
          ? [item as Json]
          : ['tenderers', 'suppliers'].includes(k)
            ? list(item)
            : []
        const role = k === 'tenderers' ? 'tenderer' : k === 'suppliers' ? 'supplier' : k
        for (const ref of refs) {
          const party = parties.get(ref.id)
          if (!party) faults.push(`${where}.${k}: nobody is ${ref.id}`)
          else if (!(party.roles as string[]).includes(role))
            faults.push(`${where}.${k}: ${ref.id} is no ${role}`)
        }
        if (!refs.length) walk(item, `${where}.${k}`)
      }
  }
  walk({ ...release, parties: undefined }, '')
  const awards = new Map(list(release.awards).map((a) => [a.id, a]))
  const bids = new Set(list((release.bids as Json | undefined)?.details).map((b) => b.id))
  for (const a of awards.values())
    if (a.relatedBid && !bids.has(a.relatedBid)) faults.push(`award of no bid ${a.relatedBid}`)
  for (const c of list(release.contracts)) {
    const milestones = new Set(list((c.implementation as Json | undefined)?.milestones).map((m) => m.id))
    for (const t of list((c.implementation as Json | undefined)?.transactions)) {
      const part = (t.relatedImplementationMilestone as Json | undefined)?.id
      if (part && !milestones.has(part)) faults.push(`transaction ${t.id} for no milestone`)
    }
  }
  return faults
}

/** What a compiled release must agree with itself about: order in time, sums, and what stands on what. */
export function incoherences(release: Json): string[] {
  const faults: string[] = []
  const tender = (release.tender ?? {}) as Json
  const end = at((tender.tenderPeriod as Json | undefined)?.endDate)
  const awards = new Map(list(release.awards).map((a) => [a.id, a]))
  const say = (fault: string | false) => fault && faults.push(`${release.ocid}: ${fault}`)
  for (const a of awards.values()) say(at(a.date) < end && `award ${a.id} before the end of the tender`)
  // A call to join an agreement has no end: bodies are admitted while it is active.
  const rolling = (tender.tenderPeriod as Json | undefined)?.endDate === undefined
  if (awards.size > 0)
    say(
      !(rolling && tender.status === 'active') &&
        tender.status !== 'complete' &&
        tender.status !== 'unsuccessful' &&
        tender.status !== 'cancelled' &&
        `awarded, yet ${tender.status}`,
    )
  for (const c of list(release.contracts)) {
    const award = awards.get(c.awardID)
    const made = (c.implementation ?? {}) as Json
    const paid = list(made.transactions)
    const value = Number((c.value as Json).amount)
    say(!award && `contract ${c.id} on no award`)
    say(
      award !== undefined &&
        award.status !== 'active' &&
        `contract ${c.id} on an award that is ${award.status}`,
    )
    say(
      award !== undefined && at(c.dateSigned) < at(award.date) && `contract ${c.id} signed before its award`,
    )
    say(Number.isNaN(at(c.dateSigned)) && `contract ${c.id} without the date of signing`)
    for (const t of paid) say(at(t.date) < at(c.dateSigned) && `${t.id} paid before signing`)
    const buyer = (release.buyer as Json).id
    const out = paid.filter((t) => (t.payer as Json).id === buyer)
    const cents = out.reduce((sum, t) => sum + Math.round(Number((t.value as Json).amount) * 100), 0)
    say(cents > Math.round(value * 100) && `${c.id} paid more than its value`)
    if (made.finalValue)
      say(
        cents !== Math.round(Number((made.finalValue as Json).amount) * 100) &&
          `${c.id}: final value is not what was paid`,
      )
    for (const m of list(made.milestones))
      say(
        (m.dateMet !== undefined) !== (m.status === 'met') &&
          `milestone ${m.id}: met without a date, or a date without being met`,
      )
  }
  return faults
}

/** Every release of a store in the order of the feed. */
export const releasesIn = async (db: Reader) =>
  (await db.select().from(ocdsReleases).orderBy(asc(ocdsReleases.ordinal))).map((row) => ({
    ...row,
    release: JSON.parse(row.json) as Json,
  }))
