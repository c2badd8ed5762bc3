import type { Translate } from '#app/i18n/index.ts'
import type { ProjectRow } from '#domain/open/projects.ts'
import type { Format } from '../format.ts'
import type { Trip } from '../matters.tsx'
import { Road } from '../road.tsx'
import { Seal } from '../seal.tsx'
import { waySentence } from './way-words.ts'

/** What a project is waiting for, in one sentence. */
function sentence(p: ProjectRow, t: Translate, f: Format) {
  if (p.contractState === 'terminated') return t('project.said.terminated')
  if (p.way && !p.contractState) return waySentence(p.way, { ...p, until: p.endsOn }, t, f)
  if (p.road.at === 'done')
    return t('project.said.done', { supplier: p.supplier ?? '', amount: f.money(p.price ?? p.amount) })
  if (p.road.at === 'deliver')
    return t('project.said.deliver', { supplier: p.supplier ?? '', n: p.road.here, until: f.short(p.endsOn) })
  if (p.road.at === 'rate') return t('project.said.rate')
  const word = p.tenderState === 'awarded' ? awardedWord(p) : buyWord(p.tenderState)
  return t(`project.said.buy.${word}` as 'project.said.buy.none', {
    buyer: p.buyer,
    amount: f.money(p.amount),
  })
}
const words = new Set([
  'draft',
  'in_review',
  'published',
  'opened',
  'evaluated',
  'awarded',
  'failed',
  'cancelled',
])
const buyWord = (state: string | null) => (state && words.has(state) ? state : 'none')

/** An award somebody has challenged says so: whether the answer is awaited, given and open to complaint, or complained of. */
function awardedWord({ challengeState: challenge, complaintState }: ProjectRow) {
  if (complaintState) return complaintState === 'decided' ? 'decided' : 'complained'
  if (challenge === 'submitted' || challenge === 'admitted') return 'challenged'
  return challenge === 'dismissed' || challenge === 'partly_upheld' ? 'answered' : 'awarded'
}

/** Projects as rows: name, one sentence, the small road. */
export const projectTrips = (projects: readonly ProjectRow[], t: Translate, f: Format): Trip[] =>
  projects.map((p) => ({
    key: p.id,
    title: p.title,
    to: `/projects/${p.id}`,
    say: sentence(p, t, f),
    road: <Road size="mini" at={p.road.at} here={p.road.here} />,
    seal:
      p.road.at === 'done' && p.contractState !== 'terminated' ? (
        <Seal words={[t('seal.done.1'), t('seal.done.2')]} />
      ) : undefined,
  }))
