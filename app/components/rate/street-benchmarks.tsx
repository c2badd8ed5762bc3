import type { Key } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Benchmarks } from '#domain/rate/ranking/street-benchmarks.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

const measures = ['satisfaction', 'paid', 'rectified'] as const
type Street = Benchmarks['streets'][number]
const useName = () => {
  const lang = useLang()
  return ({ name, nameEn }: Pick<Street, 'name' | 'nameEn'>) => (lang === 'en' && nameEn) || name
}

const Costs = ({ kind }: { kind: Benchmarks['kinds'][number] }) => {
  const t = useT()
  const f = useFormat()
  const name = useName()
  const title = kind.category ? t(`category.${kind.category}`) : t('benchmark.several')
  return (
    <Table
      caption={title}
      columns={[
        { head: t('benchmark.street') },
        { head: t('unit-cost.per-person'), money: true },
        { head: t('unit-cost.people') },
        { head: t('unit-cost.per-time'), money: true },
        { head: t('unit-cost.person-times') },
        { head: t('unit-cost.paid'), money: true },
      ]}
      rows={kind.streets.map((s) => ({
        key: s.id,
        cells: [
          <span key="n">
            {name(s)}
            <span className="small quiet block">{t('benchmark.projects', { n: s.projects })}</span>
          </span>,
          <Money key="p" fen={s.perPerson} />,
          t('unit-cost.people.n', { n: f.number(s.people) }),
          <Money key="t" fen={s.perTime} />,
          t('diary.person-times.n', { n: s.personTimes }),
          <Money key="m" fen={s.paid} />,
        ],
      }))}
    />
  )
}

const Measures = ({ streets }: Pick<Benchmarks, 'streets'>) => {
  const t = useT()
  const name = useName()
  const shown = (street: Street, code: (typeof measures)[number]) => {
    const m = street.measured[code]
    if (!m || m.value === null) return t('unit-cost.unknown')
    const range = m.low !== undefined && m.high !== undefined
    const of = { value: m.value.toFixed(0), counted: m.counted }
    return range
      ? t('benchmark.range', { ...of, low: m.low!.toFixed(0), high: m.high!.toFixed(0) })
      : t('benchmark.value', of)
  }
  return (
    <Table
      caption={t('benchmark.measures')}
      columns={[
        { head: t('benchmark.street') },
        ...measures.map((code) => ({ head: t(`ranking.measure.${code}` as Key) })),
      ]}
      rows={streets.map((s) => ({ key: s.id, cells: [name(s), ...measures.map((code) => shown(s, code))] }))}
    />
  )
}

/** 街道之间: unit cost of one kind of service street by street, and beside it how residents and payees fared. */
export const StreetBenchmarks = ({ benchmarks: { kinds, streets } }: { benchmarks: Benchmarks }) => {
  const t = useT()
  return (
    <Section title={t('benchmark.title')}>
      <p className="quiet">{t('benchmark.lead')}</p>
      {kinds.length === 0 ? <p>{t('benchmark.none')}</p> : null}
      <div className="grid gap-6">
        {kinds.map((kind) => (
          <Costs key={kind.category ?? ''} kind={kind} />
        ))}
        {streets.length > 0 ? <Measures streets={streets} /> : null}
      </div>
    </Section>
  )
}
