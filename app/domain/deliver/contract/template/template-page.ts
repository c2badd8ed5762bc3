import { desc } from 'drizzle-orm'
import { methods } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize, may } from '../../../policy/index.ts'
import { type Template, templateOf, templateOn, versionsOf } from './find-template.ts'
import { placeholders } from './template-law.ts'

/** Every way of buying there is, by its newest name. */
async function routesOf(db: Reader) {
  const all = await db
    .select({ code: methods.code, name: methods.name, nameEn: methods.nameEn })
    .from(methods)
    .orderBy(desc(methods.version))
  return all.filter((m, at) => all.findIndex(({ code }) => code === m.code) === at)
}

/** 合同示范文本: every version there was, and which one is in force today; for anybody to read. */
export async function templatesPage(ctx: Context) {
  const today = dateOf(ctx.clock.now())
  const versions = await versionsOf(ctx.db)
  const current = await templateOn(ctx.db, today)
  return {
    versions: versions.toReversed().map(({ id, version, from, ground, basis, hash }) => ({
      id,
      version,
      from,
      ground,
      basis,
      hash,
      current: id === current.id,
      ahead: from > today,
    })),
    revises: may(ctx.actor, 'contractTemplate.revise', {}),
  }
}

/** What a version says anew against the one before it, by heading. */
function against(before: Template | undefined, { clauses }: Template) {
  const was = new Map(before?.clauses.map((c) => [c.heading, c]))
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const marked = clauses.map((c) => {
    const old = was.get(c.heading)
    const how = !before || (old && same(old, c)) ? null : old ? ('changed' as const) : ('added' as const)
    return { ...c, routes: c.routes ?? [], how, old: how === 'changed' ? (old?.words ?? null) : null }
  })
  const gone = [...was.keys()].filter((heading) => !clauses.some((c) => c.heading === heading))
  return { clauses: marked, gone }
}

/** One version in full, with what changed in it. */
export async function templatePage(ctx: Context, id: string) {
  const template = await templateOf(ctx.db, id)
  const before = (await versionsOf(ctx.db)).filter(
    (v) => v.code === template.code && v.version === template.version - 1,
  )[0]
  const { version, basis, from, ground, hash } = template
  return {
    id,
    version,
    basis,
    from,
    ground,
    hash,
    ...against(before, template),
    routes: await routesOf(ctx.db),
  }
}

/** What a next version is written from: the newest one's text. */
export async function templateDraft(ctx: Context) {
  authorize(ctx.actor, 'contractTemplate.revise', {})
  const last = (await versionsOf(ctx.db)).at(-1)
  return {
    version: (last?.version ?? 0) + 1,
    clauses: last?.clauses.map((c) => ({ ...c, routes: c.routes ?? [] })) ?? [],
    basis: last?.basis ?? '',
    placeholders: [...placeholders],
    routes: await routesOf(ctx.db),
    today: dateOf(ctx.clock.now()),
  }
}
