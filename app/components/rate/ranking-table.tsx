import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { RankPart } from '#db/vocabulary.ts'
import type { OneRanking } from '#domain/rate/ranking/ranking-page.ts'
import { Details } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

type Told<T> = { [K in keyof T]: T[K] extends Date ? string | Date : T[K] }
export type Ranked = Told<OneRanking['ranking']>

/** Each measure with its weight and what was counted. */
export const RankParts = ({ parts }: { parts: readonly RankPart[] }) => {
  const t = useT()
  return (
    <ul>
      {parts
        .filter((p) => p.weight > 0)
        .map(({ code, weight, value, counted }) => {
          const name = t(`ranking.measure.${code}` as Key)
          return (
            <li key={code}>
              {value === null
                ? t('ranking.part.none', { name, weight })
                : t('ranking.part', { name, weight, value, counted })}
            </li>
          )
        })}
    </ul>
  )
}

/** Where it stands: final, or open to objections until its day. */
export const RankStanding = ({ r }: { r: Ranked }) => {
  const t = useT()
  const f = useFormat()
  const last = f.day(new Date(new Date(r.objectionsUntil).getTime() - 1))
  const words = r.upheld
    ? t('ranking.upheld')
    : r.final
      ? t('ranking.final')
      : t('ranking.window', { date: last })
  return (
    <p>
      <Tag kind={r.final ? 'done' : 'wait'}>{words}</Tag>{' '}
      {r.open > 0 ? t('ranking.waits', { n: r.open }) : null} {r.corrects ? t('ranking.corrects') : null}
    </p>
  )
}

/** The ranking: a place is a range, and every score opens to what it is made of. */
export const RankingTable = ({ r }: { r: Ranked }) => {
  const t = useT()
  const f = useFormat()
  const title = t('ranking.of', { period: r.period, kind: t(`ranking.kind.${r.kind}`) })
  return (
    <Table
      caption={title}
      captionHidden
      columns={[{ head: t('ranking.body') }, { head: t('ranking.place') }, { head: t('ranking.score') }]}
      rows={r.lines.map((l) => ({
        key: l.partyId,
        cells: [
          r.kind === 'organisation' ? (
            <a key="n" className="hit" href={`/orgs/${l.partyId}`}>
              {l.name}
            </a>
          ) : (
            l.name
          ),
          l.best === l.worst ? f.number(l.best) : `${l.best}–${l.worst}`,
          <div key="s">
            <span className="num">{t('ranking.range', { score: l.score, low: l.low, high: l.high })}</span>
            <Details summary={t('ranking.parts')}>
              <RankParts parts={l.parts} />
            </Details>
          </div>,
        ],
      }))}
    />
  )
}

type Formula = {
  kind: 'organisation' | 'street'
  version: number
  weights: Record<string, number>
  words: string | null
}
/** A formula as it is in force: what it weighs, and how each measure is counted. */
export const FormulaWords = ({ formula }: { formula: Formula }) => {
  const t = useT()
  const { kind, version, weights, words } = formula
  return (
    <>
      <h3>{t('ranking.formula.of', { kind: t(`ranking.kind.${kind}`), version })}</h3>
      <p>
        {Object.entries(weights)
          .map(([code, weight]) => `${t(`ranking.measure.${code}` as Key)} ${weight}%`)
          .join(' · ')}
      </p>
      {words ? <p>{words}</p> : null}
      <p className="quiet">{t(`ranking.formula.${kind}`)}</p>
    </>
  )
}
