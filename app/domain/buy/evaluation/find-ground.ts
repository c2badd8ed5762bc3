import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Reopening } from './ask-forms.ts'
import type { Report } from './compose-report.ts'
import { differences } from './differences.ts'
import type { Panel, Score } from './find-panel.ts'
import { type Opened, stillIn } from './opened.ts'
import type { Criterion } from './points.ts'
import { pointsOf } from './points.ts'
import { hundredths, mean } from './price-score.ts'
import { rankProposals } from './rank.ts'
import { isJudged } from './sheets.ts'

type Cell = Pick<Score, 'sheetId' | 'proposalId' | 'criterionId'>
type Facts = { panel: Panel; all: readonly Opened[]; given: readonly Score[] }
const cell = ({ sheetId, proposalId, criterionId }: Cell): Cell => ({ sheetId, proposalId, criterionId })

/** 分值汇总计算错误: what the locked sheets add up to is not what the report says. */
function isMiscounted({ panel, all, given }: Facts) {
  const said = (panel.call.report as unknown as Report).rows
  const ranked = rankProposals(stillIn(all), panel.call.criteria, given)
  return ranked.some((r) => {
    const row = said.find((one) => one.proposalId === r.proposalId)
    return row?.total !== r.total || row.rank !== r.rank
  })
}

/** 分项评分超出评分标准范围: points that no published band or limit allows. */
function isOutOfRange(criterion: Criterion, { points, bands }: Score) {
  try {
    return pointsOf(criterion, { points, bands: bands ?? undefined }).points !== points
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

/** 评分畸高、畸低: further from the mean of the others than the parameter allows, in percent of the most. */
const isExtreme = (share: number, { max }: Criterion, one: Score, given: readonly Score[]) => {
  const others = given.filter(
    (s) => s.proposalId === one.proposalId && s.criterionId === one.criterionId && s.sheetId !== one.sheetId,
  )
  const apart = hundredths(Math.abs(one.points - mean(others.map((s) => s.points))))
  return others.length > 0 && apart * 100 > hundredths(max) * share
}

/** Which locked scores a listed ground lays open; refused where the records do not show it. */
export async function findGround(db: Reader, ground: Reopening['ground'], facts: Facts): Promise<Cell[]> {
  const { panel, all, given } = facts
  const judged = panel.call.criteria.filter(isJudged)
  const criterion = (s: Score) => judged.find((c) => c.id === s.criterionId)
  if (ground === 'sum_wrong') {
    if (!isMiscounted(facts)) throw new Refusal('conflict', 'ground-not-found')
    return []
  }
  const share = (await parameter(db, 'SCORE_EXTREME', dateOf(panel.call.openedAt!))).value
  const differ = differences(panel.call.criteria, stillIn(all), given)
  const shows: Record<Exclude<Reopening['ground'], 'sum_wrong'>, (s: Score, c: Criterion) => boolean> = {
    out_of_range: (s, c) => isOutOfRange(c, s),
    objective_differs: (s) =>
      differ.some((d) => d.proposalId === s.proposalId && d.criterionId === s.criterionId),
    score_extreme: (s, c) => c.kind === 'subjective' && isExtreme(share, c, s, given),
  }
  const found = given.filter((s) => criterion(s) && shows[ground](s, criterion(s)!))
  if (found.length === 0) throw new Refusal('conflict', 'ground-not-found')
  return found.map(cell)
}
