import type { Translate } from '#app/i18n/index.ts'
import type { Format } from '../format.ts'
import type { Matter } from '../matters.tsx'

type Open = { id: string; name: string; closesAt: Date; community: string }
type OpenSurvey = Open & { code: string }
type OpenRound = Open & { unit: 'person' | 'household' | null; maxChoices: number; budget: number }
type OpenNotice = { key: string; kind: string; title: string; until: Date | null; link: string }
type Data = {
  now: Date
  surveys: readonly OpenSurvey[]
  rounds: readonly OpenRound[]
  notices: readonly OpenNotice[]
}
type Left = (until: Date) => Pick<Matter, 'left' | 'until' | 'soon'>
const day = 86_400_000
const daysLeft = (now: Date, until: Date) => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / day))

const roundMatter = (r: OpenRound, t: Translate, f: Format, left: Left): Matter => ({
  key: `r${r.id}`,
  kind: t('open.kind.round'),
  title: t('open.in', { place: r.community, name: r.name }),
  to: `/votes/${r.id}`,
  ...left(r.closesAt),
  say: t(r.unit === 'person' ? 'open.round.person' : 'open.round.household', {
    most: r.maxChoices,
    budget: f.wan(r.budget),
  }),
  action: { to: `/votes/${r.id}`, label: t('open.vote') },
})

const surveyMatter = (s: OpenSurvey, t: Translate, left: Left): Matter => ({
  key: `s${s.id}`,
  kind: t('open.kind.survey'),
  title: t('open.in', { place: s.community, name: s.name }),
  to: `/survey/${s.code}`,
  ...left(s.closesAt),
  say: t('open.survey.say'),
})

const noticeMatter = (n: OpenNotice, t: Translate, left: Left): Matter => ({
  key: n.key,
  kind: t('open.kind.notice'),
  title: n.title,
  to: n.link,
  ...(n.until ? left(n.until) : {}),
  say: t(`notice.kind.${n.kind}` as 'notice.kind.result'),
})

/** What one can act on now, soonest first: surveys, votes, and decisions one may still object to. */
export function openMatters({ now, surveys, rounds, notices }: Data, t: Translate, f: Format): Matter[] {
  const left: Left = (until) => ({
    left: t('open.left', { n: daysLeft(now, until) }),
    until: t('open.until', { at: f.end(until) }),
    soon: daysLeft(now, until) <= 2,
  })
  return [
    ...rounds.map((r) => roundMatter(r, t, f, left)),
    ...surveys.map((s) => surveyMatter(s, t, left)),
    ...notices.map((n) => noticeMatter(n, t, left)),
  ]
}
