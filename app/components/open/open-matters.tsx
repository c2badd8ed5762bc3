import type { Translate } from '#app/i18n/index.ts'
import type { Format } from '../format.ts'
import type { Matter } from '../matters.tsx'

type Open = { id: string; name: string; closesAt: Date; community: string }
type Data = {
  now: Date
  surveys: readonly (Open & { code: string })[]
  rounds: readonly (Open & { unit: 'person' | 'household' | null; maxChoices: number; budget: number })[]
  notices: readonly { key: string; kind: string; title: string; until: Date | null; link: string }[]
}
const day = 86_400_000
const daysLeft = (now: Date, until: Date) => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / day))

/** What one can act on now, soonest first: surveys, votes, and decisions one may still object to. */
export function openMatters({ now, surveys, rounds, notices }: Data, t: Translate, f: Format): Matter[] {
  const left = (until: Date) => ({
    left: t('open.left', { n: daysLeft(now, until) }),
    until: t('open.until', { at: f.end(until) }),
    soon: daysLeft(now, until) <= 2,
  })
  return [
    ...rounds.map((r) => ({
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
    })),
    ...surveys.map((s) => ({
      key: `s${s.id}`,
      kind: t('open.kind.survey'),
      title: t('open.in', { place: s.community, name: s.name }),
      to: `/survey/${s.code}`,
      ...left(s.closesAt),
      say: t('open.survey.say'),
    })),
    ...notices.map((n) => ({
      key: n.key,
      kind: t('open.kind.notice'),
      title: n.title,
      to: n.link,
      ...(n.until ? left(n.until) : {}),
      say: t(`notice.kind.${n.kind}` as 'notice.kind.result'),
    })),
  ]
}
