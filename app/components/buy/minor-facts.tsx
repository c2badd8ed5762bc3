import { useT } from '#app/i18n/use-t.ts'
import type { workPage } from '#domain/buy/minor/work-page.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Countdown } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Shown = Omit<Awaited<ReturnType<typeof workPage>>, 'may' | 'sent'>

const Quotes = ({ quotes, chosen, over, fewest, work }: Shown) => {
  const t = useT()
  const f = useFormat()
  if (!over) return <p className="quiet">{t('minor.quotes.sealed')}</p>
  if (quotes.length === 0) return <p className="quiet">{t('minor.quotes.none')}</p>
  return (
    <>
      {work.state === 'calling' && quotes.length < fewest ? (
        <Note kind="wait">{t('minor.quotes.few', { n: fewest })}</Note>
      ) : null}
      <Table
        caption={t('minor.quotes')}
        captionHidden
        columns={[
          { head: t('minor.supplier') },
          { head: t('minor.price'), money: true },
          { head: t('minor.days') },
          { head: t('minor.words') },
        ]}
        rows={quotes.map((q) => ({
          key: q.id,
          cells: [
            `${q.name}${q.id === chosen ? `（${t('minor.chosen')}）` : ''}`,
            <Money key="price" fen={q.price} />,
            q.days,
            [
              q.words,
              t(`minor.channel.${q.channel as 'paper'}`),
              q.aside && t('minor.set-aside', { reason: q.aside }),
              q.beside &&
                t('minor.beside', {
                  channel: t(`minor.channel.${q.beside.channel as 'paper'}`),
                  price: f.money(q.beside.price),
                }),
            ]
              .filter(Boolean)
              .join(' · '),
          ],
        }))}
      />
    </>
  )
}

const Parts = ({ parts }: Pick<Shown, 'parts'>) => {
  const t = useT()
  return (
    <Table
      caption={t('minor.parts')}
      captionHidden
      columns={[
        { head: t('minor.part') },
        { head: t('minor.amount'), money: true },
        { head: t('minor.part.state') },
      ]}
      rows={parts.map((p) => ({
        key: p.id,
        cells: [
          p.title,
          <Money key="amount" fen={p.amount} />,
          [t(`minor.part.${p.state}`, { no: p.voucherNo ?? '' }), p.finding].filter(Boolean).join(' · '),
        ],
      }))}
    />
  )
}

/** A work of the list: that it is no purchase of service, what it is, its quotes and its progress. */
export const MinorFacts = (shown: Shown) => {
  const t = useT()
  const f = useFormat()
  const { work, plan, parts, clock } = shown
  return (
    <>
      <Note>{t('minor.apart', { basis: plan.basis })}</Note>
      {work.endReason ? <Note kind="late">{t('minor.ended', { reason: work.endReason })}</Note> : null}
      <Facts
        facts={[
          { term: t('minor.place'), text: work.place },
          { term: t('minor.ceiling'), text: <Money fen={work.ceiling} /> },
          { term: t('minor.until'), text: f.dateTime(work.quotesUntil) },
          ...(clock ? [{ term: t('minor.sign.by'), text: <Countdown clock={clock} /> }] : []),
          ...(work.price ? [{ term: t('minor.chosen'), text: <Money fen={work.price} /> }] : []),
        ]}
      />
      <Section plain title={t('minor.list')}>
        <Table
          caption={t('minor.list')}
          captionHidden
          columns={[{ head: t('minor.list.item') }, { head: t('minor.list.count') }]}
          rows={work.list.map((item) => ({
            key: item.name,
            cells: [item.name, `${item.quantity} ${item.unit}`],
          }))}
        />
      </Section>
      <Section plain title={t('minor.quotes')}>
        <Quotes {...shown} />
        {work.reason ? <p>{t('minor.reason', { reason: work.reason })}</p> : null}
      </Section>
      {parts.length > 0 ? (
        <Section plain title={t('minor.parts')}>
          <Parts parts={parts} />
        </Section>
      ) : null}
    </>
  )
}

/** What any quote says. */
export const QuoteFields = () => {
  const t = useT()
  return (
    <>
      <Field name="price" kind="money" label={t('minor.price')} />
      <Field name="days" kind="number" short label={t('minor.days')} />
      <Field name="words" kind="long" rows={2} label={t('minor.words')} />
    </>
  )
}
