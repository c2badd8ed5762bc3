import type { Context } from '../../context.ts'
import { masked } from '../evaluation/masked.ts'
import { asJudged, partnerNames } from './as-judged.ts'
import { partsAsked } from './body.ts'
import { type Own, readOwn } from './read-own.ts'

/** What a member will check yes or no, as it stands in the draft. */
function factsOf({ body, team, call }: Own, names: readonly string[]) {
  const lead = team.find((m) => m.leads)
  const of = body.organisation
  return {
    grade: of?.grade ?? null,
    gradeUntil: of?.gradeUntil ?? null,
    leadLevel: lead?.level ?? null,
    leadUntil: lead?.registeredUntil ?? null,
    team: team.length,
    integrity: body.integrity !== null,
    price: body.budget?.price ?? null,
    ceiling: call.ceiling,
    indicators: body.indicators ?? [],
    lines: (body.budget?.lines ?? []).map((l) => ({ ...l, label: masked(l.label, names) })),
  }
}

/** 预览: one's own draft as a member of the panel will read it, every name of one's own covered. */
export async function readPreview(ctx: Context, tenderId: string) {
  const own = await readOwn(ctx, tenderId)
  const { call, body, team, supplier } = own
  const names = [supplier.name, ...partnerNames(body), ...team.map((m) => m.name)]
  return {
    call,
    supplier: { name: supplier.name },
    parts: partsAsked(call.criteria).map(({ code, name, max, guidance }) => ({
      code,
      name,
      max,
      guidance,
      words: body.plan[code] ? masked(body.plan[code], names) : null,
    })),
    facts: factsOf(own, names),
    judged: asJudged(body, names),
    files: body.attachments.map(({ mime, size, hash }, at) => ({ at: at + 1, mime, size, hash })),
  }
}
export type Preview = Awaited<ReturnType<typeof readPreview>>
