import type { Translate } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Shown } from '#domain/open/gaps/showcase.ts'
import { type Fact, Facts } from '../check-answers.tsx'
import { type Format, useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { useMean } from '../rate/rating-words.tsx'
import { useNameOf } from './gap-tables.tsx'

const whenOf = ({ done, ahead, from, to }: Shown, t: Translate, f: Format) => {
  const days = { from: f.day(from), to: to ? f.day(to) : '' }
  if (ahead) return t('showcase.when.ahead', days)
  if (done) return t(to ? 'showcase.when.done' : 'showcase.when.finished', days)
  return t(to ? 'showcase.when.until' : 'showcase.when.working', days)
}

export const useTitleOf = () => {
  const lang = useLang()
  return ({ title, titleEn }: { title: string; titleEn: string | null }) =>
    lang === 'en' ? (titleEn ?? title) : title
}
export const usePlaces = () => {
  const t = useT()
  const nameOf = useNameOf()
  return (communities: Shown['communities']) => communities.map(nameOf).join(t('ask.comma'))
}

/** What one service is, reached, was rated and cost; every figure with its count or its target. */
export const ShownService = ({ shown, least }: { shown: Shown; least: number }) => {
  const t = useT()
  const f = useFormat()
  const mean = useMean()
  const nameOf = useNameOf()
  const { suppliers, plan, price, cost, indicators, rating } = shown
  const reached = indicators.map(({ id, name, unit, target, value }) => (
    <span key={id} className="block">
      {t('showcase.reached.of', { name, unit, target, value: value! })}
    </span>
  ))
  const facts: Fact[] = [
    {
      term: t('showcase.by'),
      text: suppliers.map((s) => (
        <a key={s.id} className="block" href={`/orgs/${s.id}`}>
          {nameOf(s)}
        </a>
      )),
    },
    { term: t('showcase.when'), text: whenOf(shown, t, f) },
    { term: t('showcase.quantity'), text: plan.quantity },
    ...(reached.length > 0 ? [{ term: t('showcase.reached'), text: reached }] : []),
    {
      term: t('showcase.rating'),
      text: rating.count > 0 ? mean(rating, least) : t('showcase.unrated'),
    },
    {
      term: t('showcase.price'),
      text: price === null ? t('showcase.by-order') : <Money fen={price} />,
    },
    ...(cost?.perPerson ? [{ term: t('showcase.each'), text: <Money fen={cost.perPerson} /> }] : []),
  ]
  return <Facts facts={facts} />
}
