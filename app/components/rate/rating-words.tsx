import { useT } from '#app/i18n/use-t.ts'
import type { PublicRatings, RatingSummary } from '#domain/rate/rating/summary.ts'
import { Bar } from '../bar.tsx'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'
import { levelKey } from './rate-form.tsx'

/** The weighed score, never without its range and count; under the least that may be shown, the count alone. */
export const useMean = () => {
  const t = useT()
  return ({ weighed, count }: RatingSummary, least: number) =>
    weighed === null
      ? t('ratings.few', { n: count, least })
      : t('ratings.mean', {
          mean: weighed.score.toFixed(2),
          low: weighed.low.toFixed(1),
          high: weighed.high.toFixed(1),
          n: count,
        })
}

/** Today's prior in figures by which a stranger reaches the same score. */
export function priorSaid({ least, prior }: Pick<PublicRatings, 'least' | 'prior'>) {
  const { weight, heard, mean, spread } = prior
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = heard
  const all = heard.reduce((a, b) => a + b, 0)
  const figures = { mean: mean.toFixed(4), spread: spread.toFixed(4), all, plus: all + heard.length }
  return { least, weight, ...figures, one, two, three, four, five }
}

/** How the weighted score is made, with today's prior. */
export const PriorFormula = ({ ratings }: { ratings: PublicRatings }) => {
  const t = useT()
  return <p>{t('org.formula.rating', priorSaid(ratings))}</p>
}

const counts = { people: 'ratings.count', orders: 'order.rated.count', ratings: 'framework.said.n' } as const
/** How many gave each level. */
export const Spread = ({ summary, of = 'people' }: { summary: RatingSummary; of?: keyof typeof counts }) => {
  const t = useT()
  if (!summary.spread) return null
  const levels = summary.spread.map((n, i) => ({ level: i + 1, n })).reverse()
  return (
    <dl className="facts">
      {levels.map(({ level, n }) => (
        <div key={level}>
          <dt>{t(levelKey(level))}</dt>
          <dd>
            <span className="num">{t(counts[of], { n })}</span>
            <Bar share={summary.count ? n / summary.count : 0} label={`${t(levelKey(level))} ${n}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Said = PublicRatings['said'][number]
/** What people said, and what became of what was bad; nobody by name. */
export const SaidList = ({ said, least }: { said: readonly Said[]; least: number }) => {
  const t = useT()
  const f = useFormat()
  const several = new Set(said.map((s) => s.title)).size > 1
  const told = ({ words: own, heard }: Said) =>
    heard ? [own, t('rating.heard.is', { words: heard })].filter(Boolean).join(' ') : own
  const words = (s: Said) =>
    s.hiddenReason
      ? t('rating.hidden', { reason: s.hiddenReason })
      : (told(s) ?? (s.fix ? t('org.said.held', { least }) : ''))
  return said.map((s) => (
    <Entry
      key={s.id}
      when={f.short(s.givenAt)}
      title={t(levelKey(s.level))}
      proof={[
        ...(several ? [{ term: t('finance.project'), text: s.title }] : []),
        ...(s.reply ? [{ term: t('rating.reply.org'), text: s.reply }] : []),
        ...(s.fix?.answer ? [{ term: t('rectification.answer.title'), text: s.fix.answer }] : []),
      ]}
    >
      <p>{words(s)}</p>
      {s.fix ? (
        <Tag kind={s.fix.state === 'accepted_by_rater' ? 'done' : 'late'}>
          {t(`rectification.state.${s.fix.state}`)}
        </Tag>
      ) : null}
    </Entry>
  ))
}
