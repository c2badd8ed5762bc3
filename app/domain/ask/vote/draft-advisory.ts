import { inArray } from 'drizzle-orm'
import { needs, roundFiles, roundItems } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { type Fen, fen, inYuan } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { PbFile } from './count/parse-pb.ts'
import { decimalWords } from './count/pb-cells.ts'
import { committeeOf, putRound } from './draft-round.ts'
import { countedIn, lineOfProject, readPb } from './pb-file.ts'
import { ruleInPb } from './pb-rule.ts'
import { type RoundInput, roundForm } from './round-form.ts'
import { ruleColumns } from './round-rule.ts'
import { checkStep } from './slate-input.ts'

const MOST_ITEMS = 60
const LONGEST_ID = 40
const LONGEST_NAME = 200

type Own = { id: string; title: string; estimate: Fen }
type Words = string | Uint8Array
type AdvisoryInput = Pick<RoundInput, 'electorate' | 'unit' | 'quorumPercent' | 'opensOn' | 'closesOn'> & {
  words: Words
  demonstrate: boolean
}

/** An amount of the file to the hundredth of its own unit; null where it is finer, or more than can be kept. */
function hundredths(units: number, scale: number): Fen | null {
  const amount = (units * 100) / scale
  return Number.isSafeInteger(amount) ? fen(amount) : null
}

/** Why a project of the file cannot stand on a ballot, as the key of a refusal. */
function faultIn({ id, title, estimate }: Omit<Own, 'estimate'> & { estimate: Fen | null }, budget: Fen) {
  if (id.length > LONGEST_ID || /\s/.test(id)) return 'pb-id-odd'
  if (title.length > LONGEST_NAME) return 'pb-name-long'
  if (estimate === null) return 'pb-cost-fine'
  if (estimate === 0) return 'pb-cost-none'
  return estimate > budget ? 'pb-cost-over' : null
}

/** The projects of a file as items of their own; the first that cannot be one is refused with its line. */
function ownItems({ election: { projects, budget, scale } }: PbFile, words: Words): Own[] {
  if (projects.length > MOST_ITEMS)
    throw new Refusal('invalid', 'pb-slate-long', { most: MOST_ITEMS, found: projects.length })
  const most = hundredths(budget, scale)
  if (most === null) throw new Refusal('invalid', 'pb-budget-fine')
  return projects.map(({ id, cost, name }) => {
    const item = { id, title: name?.trim() || id, estimate: hundredths(cost, scale) }
    const reason = faultIn(item, most)
    const told = {
      id: id.slice(0, LONGEST_ID),
      line: lineOfProject(words, id),
      cost: decimalWords(cost, scale),
    }
    if (reason) throw new Refusal('invalid', reason, told)
    return { ...item, estimate: item.estimate! }
  })
}

/** A number that is one of our needs is no project of elsewhere: it is bought, so it is asked about as a need. */
async function checkNoNeed(db: Reader, items: readonly Own[], words: Words) {
  const ids = items.map(({ id }) => id)
  const [found] = await db
    .select({ refNo: needs.refNo })
    .from(needs)
    .where(inArray(needs.refNo, ids))
    .limit(1)
  if (found)
    throw new Refusal('invalid', 'pb-id-is-need', {
      id: found.refNo,
      line: lineOfProject(words, found.refNo),
    })
}

/** The rule of the file in the words of a round that only advises. */
function ruleIn(file: PbFile, items: readonly Own[], more: Omit<AdvisoryInput, 'words' | 'demonstrate'>) {
  const { budget, scale } = file.election
  const { addStep, ...rule } = ruleInPb(file, items.length)
  const checked = roundForm.safeParse({
    ...more,
    ...rule,
    ...(addStep ? { addStep: inYuan(addStep).toFixed(2) } : {}),
    name: (file.meta.get('description') ?? '').slice(0, 60),
    level: 'L0',
    budget: inYuan(hundredths(budget, scale)!).toFixed(2),
    poolId: '',
    needIds: items.map(({ id }) => id),
  })
  if (!checked.success) throw new Refusal('invalid', 'pb-not-a-round')
  const columns = { ...ruleColumns(checked.data, items.length), poolId: null, rerunOf: null }
  checkStep(columns, items)
  return columns
}

const said = ({ meta }: PbFile, key: string) => (meta.get(key) ?? '').trim().slice(0, 60)
async function keepFile(tx: Tx, roundId: string, file: PbFile, counted: ReturnType<typeof countedIn> | null) {
  await tx.insert(roundFiles).values({
    roundId,
    name: said(file, 'description'),
    country: said(file, 'country'),
    unit: said(file, 'unit'),
    instance: said(file, 'instance'),
    currency: said(file, 'currency') || null,
    counted,
  })
}

/** 建议性的一轮: the projects of somebody else's file stand alone, by number, name and cost; no money hangs on it, and nothing is bought. */
export async function draftAdvisory(ctx: Context, { words, demonstrate, ...more }: AdvisoryInput) {
  authorize(ctx.actor, 'round.draft', { committeeId: ctx.actor.seat?.partyId ?? '' })
  const file = readPb(words)
  const items = ownItems(file, words)
  const columns = ruleIn(file, items, more)
  const counted = demonstrate ? countedIn(file) : null
  return ctx.transact(async (tx) => {
    const committee = await committeeOf(tx, ctx.actor.seat?.partyId)
    authorize(ctx.actor, 'round.draft', { committeeId: committee.id })
    await checkNoNeed(tx, items, words)
    const id = await putRound(tx, ctx, committee, columns)
    const rows = items.map((item, at) => ({
      refNo: item.id,
      title: item.title,
      cost: item.estimate,
      ordinal: at + 1,
    }))
    await tx.insert(roundItems).values(rows.map((row) => ({ ...row, roundId: id })))
    await keepFile(tx, id, file, counted)
    await record(tx, ctx, 'round.draft', { subject: id }, { items: items.length, advisory: true })
    return { id, advisory: true as const }
  })
}
