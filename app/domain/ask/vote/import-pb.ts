import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { needs } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { rollUnits } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { type Fen, fen, inYuan } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { typedDate } from '../../typed-date.ts'
import type { PbFile } from './count/parse-pb.ts'
import { decimalWords } from './count/pb-cells.ts'
import { draftAdvisory } from './draft-advisory.ts'
import { draftRound } from './draft-round.ts'
import { lineOfProject, readPb } from './pb-file.ts'
import { ruleInPb } from './pb-rule.ts'
import { roundForm } from './round-form.ts'

const MOST_BYTES = 4 * 1024 * 1024
const date = typedDate('form.round.opens')

/** 从文件起草: the file, and what a Pabulib file does not say of a round. */
export const importForm = z
  .object({
    file: z.instanceof(File, { error: 'pb.file.missing' }).refine((f) => f.size <= MOST_BYTES, 'pb.file.big'),
    /** Needs of ours, or projects of elsewhere that stand alone in an advisory round. */
    items: z.enum(['needs', 'own'], { error: 'form.round.required' }).optional(),
    demonstrate: z.literal('yes').optional(),
    poolId: z.string({ error: 'form.round.pool' }).max(64).optional(),
    electorate: z.string({ error: 'form.round.electorate' }).trim().min(1, 'form.round.electorate').max(200),
    unit: z.enum(rollUnits, { error: 'form.round.unit' }),
    quorumPercent: z.coerce.number({ error: 'form.round.percent' }).int('form.round.percent').min(0).max(100),
    opensOn: date,
    closesOn: date,
  })
  .strict()
  .superRefine(({ items, poolId }, issues) => {
    if (items !== 'own' && !poolId)
      issues.addIssue({ code: 'custom', path: ['poolId'], message: 'form.round.pool' })
  })
export type ImportInput = Omit<z.output<typeof importForm>, 'file'> & { words: string | Uint8Array }

/** The needs of this committee that a file names by their numbers, at the cost it says. */
async function needsIn(db: Reader, committeeId: string, file: PbFile, words: ImportInput['words']) {
  const { projects, scale } = file.election
  const ids = projects.map(({ id }) => id)
  const found = await db
    .select({ id: needs.id, refNo: needs.refNo, estimate: needs.estimate })
    .from(needs)
    .where(and(inArray(needs.refNo, ids), eq(needs.committeeId, committeeId)))
  for (const { id, cost } of projects) {
    const need = found.find(({ refNo }) => refNo === id)
    if (!need) throw new Refusal('invalid', 'pb-need-unknown', { id, line: lineOfProject(words, id) })
    if (need.estimate * scale !== cost * 100)
      throw new Refusal('invalid', 'pb-cost-differs', {
        id,
        line: lineOfProject(words, id),
        file: decimalWords(cost, scale),
        need: inYuan(need.estimate),
      })
  }
  return found.map(({ id }) => id)
}

/** An amount as the form of a round takes it. */
const typed = (amount: Fen) => inYuan(amount).toFixed(2)

/** 从 .pb 文件起草一轮: slate, budget, kind of ballot and rule come from the file; its ballots were cast elsewhere and stay out. */
export function draftFromPb(ctx: Context, { items, demonstrate, ...input }: ImportInput) {
  if (items !== 'own') return draftOfNeeds(ctx, input)
  const { poolId: _pool, ...advisory } = input
  return draftAdvisory(ctx, { ...advisory, demonstrate: demonstrate === 'yes' })
}

async function draftOfNeeds(ctx: Context, { words, ...more }: Omit<ImportInput, 'items' | 'demonstrate'>) {
  const committeeId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'round.draft', { committeeId })
  const file = readPb(words)
  const { budget, scale } = file.election
  const needIds = await needsIn(ctx.db, committeeId, file, words)
  const { addStep, ...rule } = ruleInPb(file, needIds.length)
  const checked = roundForm.safeParse({
    ...more,
    ...rule,
    ...(addStep ? { addStep: typed(addStep) } : {}),
    name: (file.meta.get('description') ?? '').slice(0, 60),
    budget: typed(fen(Math.round((budget * 100) / scale))),
    needIds,
  })
  if (!checked.success) throw new Refusal('invalid', 'pb-not-a-round')
  return draftRound(ctx, checked.data)
}
