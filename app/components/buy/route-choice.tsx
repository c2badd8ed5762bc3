import { useT } from '#app/i18n/use-t.ts'
import type { LawTerms } from '#domain/buy/plan/intention.ts'
import type { planRoutes } from '#domain/buy/plan/plan-choices.ts'
import { Choices } from '../choices.tsx'
import { useFormat } from '../format.ts'
import { useNamed } from './use-named.ts'

type Routes = Awaited<ReturnType<typeof planRoutes>>['routes']
type Method = Routes[number]['method']

/** The amounts a route is for, in words. */
export const useBounds = () => {
  const t = useT()
  const f = useFormat()
  return ({ minAmount, maxAmount }: Method) =>
    maxAmount === null && minAmount === 0
      ? t('route.any')
      : maxAmount === null
        ? t('route.from', { min: f.wan(minAmount) })
        : t('route.between', {
            min: f.wan(minAmount),
            max: f.wan(maxAmount + (maxAmount % 100 === 99 ? 1 : 0)),
          })
}

/** The days of the law in words, and the route's own for objections below it. */
const useTerms = (law: LawTerms) => {
  const t = useT()
  const said = ({ value, unit }: LawTerms['intention']) => t(`rules.unit.${unit as 'd'}`, { n: value })
  const own = (value: number) => ({ value, unit: 'wd' })
  return {
    intention: said(law.intention),
    objection: (m: Method) => said(m.mark === 'statute' ? law.objection : own(m.objectionDays)),
  }
}

/** What the price counts on a route's sheet. */
const usePrice = () => {
  const t = useT()
  return ({ noPrice, priceMin, priceMax }: Method) => {
    if (noPrice) return t('route.need.no-price')
    if (priceMin === null) return null
    return priceMax === null
      ? t('route.need.price-from', { min: priceMin })
      : t('route.need.price', { min: priceMin, max: priceMax })
  }
}

type Terms = { reviewDays: number; law: LawTerms }
/** What a route asks before, while and after: read off its row. */
export const useNeeds = ({ reviewDays, law }: Terms) => {
  const t = useT()
  const terms = useTerms(law)
  const price = usePrice()
  const shape = (m: Method) => {
    if (m.framework) return t('route.need.framework')
    return m.service
      ? t('route.need.panel', { n: m.panelMin, share: m.expertShareMin })
      : t('route.need.minor')
  }
  return (m: Method) =>
    [
      m.direct ? t('route.need.ground') : null,
      m.intentionDays > 0 ? t('route.need.intention', { term: terms.intention }) : null,
      m.framework
        ? t('route.need.review', { n: reviewDays })
        : t(m.bidUnit === 'wd' ? 'route.need.workdays' : 'route.need.days', { n: m.bidDays }),
      m.framework || m.direct ? null : t('route.fewest', { n: m.minProposals }),
      shape(m),
      m.framework || !m.service ? null : price(m),
      m.finalOffers ? t('route.need.finals') : null,
      m.individuals ? t('route.need.individuals') : null,
      m.consortium ? t('route.need.consortium') : null,
      m.framework || !m.service ? null : t('route.need.objection', { term: terms.objection(m) }),
    ].filter((need) => need !== null)
}

/** The routes that admit the sum to choose from, what each takes, and why each of the others does not. */
type Offered = Terms & { routes: Routes; chosen?: string; sum: number }
export const RouteChoice = ({ routes, reviewDays, law, chosen, sum }: Offered) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const bounds = useBounds()
  const needs = useNeeds({ reviewDays, law })
  const open = routes.filter((r) => r.fit === 'fits' || r.fit === 'needs-ground')
  const others = routes.flatMap(({ method, fit }) =>
    fit === 'fits' || fit === 'needs-ground' ? [] : [{ method, fit }],
  )
  const semicolon = t('list.semicolon')
  return (
    <>
      <Choices
        name="methodId"
        legend={t('plan.route')}
        hint={t('route.why.amount', { sum: f.money(sum) })}
        fallback={chosen ?? open.find((r) => r.fit === 'fits')?.method.id}
        options={open.map(({ method }) => ({
          value: method.id,
          label: named(method),
          note: (
            <>
              {[bounds(method), ...needs(method)].join(semicolon)}
              <br />
              {method.basis}（{t('route.version', { n: method.version, from: method.from })}）
            </>
          ),
        }))}
      />
      {open.length === 0 ? <p className="err">{t('route.nothing-fits')}</p> : null}
      <details>
        <summary>{t('route.others')}</summary>
        <ul>
          {others.map(({ method, fit }) => (
            <li key={method.id}>
              <b>{named(method)}</b>：{t(`route.${fit}`)}（{bounds(method)}）{t('route.needs')}：
              {needs(method).join(semicolon)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
