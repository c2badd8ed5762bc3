import type { Reader, Tx } from '#db/store.ts'
import type { Fen } from '../../money.ts'
import { namesOf } from '../proposal/find-call.ts'
import { type Panel, type Score, votesOf } from './find-panel.ts'
import { lowPrices, type Opened } from './opened.ts'
import type { Ranked } from './rank.ts'
import { type Annexes, annexesOf } from './report-annexes.ts'

export type ReportRow = {
  proposalId: string
  alias: string
  supplierId: string
  supplier: string
  price: Fen
  /** 首次报价, where a final offer has taken its place. */
  firstPrice?: Fen
  averages: Record<string, number> | null
  total: number | null
  rank: number | null
  ground: string | null
  reason: string | null
  lowPrice: string[]
}
export type Report = {
  version: 1
  tenderId: string
  refNo: string
  title: string
  criteria: Array<{ id: string; code: string; name: string; kind: string; max: number }>
  /** Members by number; their names are published with the result. */
  members: Array<{ ordinal: number; kind: string }>
  rows: ReportRow[]
  scores: Array<{ ordinal: number; proposalId: string; code: string; points: number; comment: string | null }>
  votes: Array<{
    ordinal: number
    proposalId: string
    about: string
    passes: boolean
    ground: string | null
    words: string | null
    failed?: number[] | null
  }>
  annexes?: Annexes
}

export async function rowsOf(
  db: Reader,
  panel: Panel,
  all: readonly Opened[],
  ranking: readonly Ranked[],
): Promise<ReportRow[]> {
  const names = await namesOf(
    db,
    all.map((p) => p.supplierId),
  )
  const flags = await lowPrices(db, panel.call, all)
  return all.map((p) => {
    const row = ranking.find((r) => r.proposalId === p.id)
    return {
      proposalId: p.id,
      alias: p.alias!,
      supplierId: p.supplierId,
      supplier: names.get(p.supplierId) ?? '',
      price: p.price!,
      ...(p.firstPrice === null ? {} : { firstPrice: p.firstPrice }),
      averages: row?.averages ?? null,
      total: row?.total ?? null,
      rank: row?.rank ?? null,
      ground: p.endGround,
      reason: p.endReason,
      lowPrice: flags.find((f) => f.p.id === p.id)?.tests ?? [],
    }
  })
}

const inOrder = (list: Report['scores']) =>
  list.sort(
    (a, b) => a.ordinal - b.ordinal || (`${a.proposalId}${a.code}` < `${b.proposalId}${b.code}` ? -1 : 1),
  )

/** What each member said of each proposal where the panel decides by majority. */
async function spokenOf(tx: Tx, panel: Panel): Promise<Report['votes']> {
  const ordinal = (seatId: string) => panel.seats.find((s) => s.id === seatId)?.ordinal ?? 0
  const cast = (await votesOf(tx, panel.call.id)).filter((v) => ordinal(v.panelSeatId) > 0)
  return cast.map(({ panelSeatId, proposalId, about, passes, ground, words, failed }) => {
    return { ordinal: ordinal(panelSeatId), proposalId, about, passes, ground, words, failed }
  })
}

export async function compose(
  tx: Tx,
  panel: Panel,
  rows: ReportRow[],
  given: readonly Score[],
): Promise<Report> {
  const { id: tenderId, refNo, title, criteria } = panel.call
  const ordinal = (seatId: string) => panel.seats.find((s) => s.id === seatId)?.ordinal ?? 0
  const code = (id: string) => criteria.find((c) => c.id === id)!.code
  return {
    version: 1,
    tenderId,
    refNo,
    title,
    criteria: criteria.map(({ id, code, name, kind, max }) => ({ id, code, name, kind, max })),
    members: panel.seats.map(({ ordinal, kind }) => ({ ordinal, kind })),
    rows,
    scores: inOrder(
      given.map((s) => ({
        ordinal: ordinal(s.seatId),
        code: code(s.criterionId),
        proposalId: s.proposalId,
        points: s.points,
        comment: s.comment,
      })),
    ),
    votes: await spokenOf(tx, panel),
    annexes: await annexesOf(tx, panel),
  }
}
