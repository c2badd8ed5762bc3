import { useT } from '#app/i18n/use-t.ts'
import type { frameworkPage } from '#domain/buy/framework/framework-page.ts'
import type { FrameworkRatings } from '#domain/rate/rating/orders/order-summary.ts'
import { Empty, Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Tick } from '../choices.tsx'
import { ClockGround } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { useMean } from '../rate/rating-words.tsx'
import { Table } from '../table.tsx'

type Shown = Awaited<ReturnType<typeof frameworkPage>>
/** Who serves, with what was confirmed of each and how residents rated it. */
export const Providers = ({ providers, rated }: Pick<Shown, 'providers'> & { rated: FrameworkRatings }) => {
  const t = useT()
  const mean = useMean()
  const said = (supplierId: string) => {
    const summary = rated.bodies[supplierId]
    return summary?.count ? mean(summary, rated.least) : '—'
  }
  if (providers.length === 0) return <Empty>{t('framework.providers.none')}</Empty>
  return (
    <Table
      caption={t('framework.providers')}
      captionHidden
      columns={[
        { head: t('framework.provider') },
        { head: t('framework.grade') },
        { head: t('framework.done') },
        { head: t('order.rated.public.title') },
      ]}
      rows={providers.map((p) => ({
        key: p.id,
        cells: [
          <a key="name" className="hit" href={`/orgs/${p.supplierId}`}>
            {p.name}
          </a>,
          p.grade ?? '',
          t('framework.done.n', { n: p.done.n }),
          said(p.supplierId),
        ],
      }))}
    />
  )
}
/** 入围结果公告: who was admitted and when, beside the clock the law sets for saying so. */
export const Admitted = ({ announced }: Pick<Shown, 'announced'>) => {
  const t = useT()
  const f = useFormat()
  const [first] = announced
  if (!first) return null
  return (
    <Section plain title={t('framework.admitted')}>
      <Facts
        facts={announced.map((one) => ({
          term: one.name,
          text: t(`framework.admitted.${one.state as 'signed'}`, {
            on: f.date(one.at),
            by: f.date(one.clock.on),
          }),
        }))}
      />
      <ClockGround clock={first.clock} />
    </Section>
  )
}
/** A body's own way in: asks, is told, signs. */
export const JoinFramework = ({ may, own }: Pick<Shown, 'may' | 'own'>) => {
  const t = useT()
  return (
    <>
      {own ? <Note>{t(`framework.own.${own.state}`, { reason: own.reason ?? '' })}</Note> : null}
      {may.sign ? (
        <Section title={t('framework.sign')}>
          <Form name="sign" submit={t('framework.sign.do')}>
            <Tick name="agree">{t('framework.sign.agree')}</Tick>
          </Form>
        </Section>
      ) : null}
      {may.apply ? (
        <Section title={t('framework.join')} aside={t('framework.join.aside')}>
          <Form name="apply" submit={t('framework.join.do')}>
            <Field name="words" kind="long" label={t('framework.join.words')} />
            <Tick name="agree">{t('framework.join.agree')}</Tick>
          </Form>
        </Section>
      ) : null}
    </>
  )
}
