import { useT } from '#app/i18n/use-t.ts'
import type { Block } from '#domain/who/standing/blocks-of.ts'
import type { standingRecord } from '#domain/who/standing/read-body.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Standing = Awaited<ReturnType<typeof standingRecord>>

/** What bars a body today, since when and until when; nothing is said where nothing does. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => {
  const t = useT()
  const f = useFormat()
  return blocks.map((b) => (
    <Note key={b.key + (b.from ?? '')} kind="late">
      {t(`block.${b.key}`)}
      {b.from ? t('block.from', { date: f.day(b.from) }) : ''}
      {b.to ? t('block.to', { date: f.day(b.to) }) : ''}
    </Note>
  ))
}

const InspectionTable = ({ inspections }: Pick<Standing, 'inspections'>) => {
  const t = useT()
  const f = useFormat()
  if (inspections.length === 0) return <p className="quiet">{t('standing.inspections.none')}</p>
  return (
    <Table
      caption={t('standing.inspections')}
      columns={[
        { head: t('standing.year') },
        { head: t('standing.result') },
        { head: t('standing.concluded') },
      ]}
      rows={inspections.map((i) => ({
        key: String(i.year),
        cells: [String(i.year), t(`standing.result.${i.result}`), f.day(i.concludedOn)],
      }))}
    />
  )
}

const ListTable = ({ lists }: Pick<Standing, 'lists'>) => {
  const t = useT()
  const f = useFormat()
  if (lists.length === 0) return <p className="quiet">{t('standing.lists.none')}</p>
  return (
    <Table
      caption={t('standing.lists')}
      columns={[
        { head: t('standing.list') },
        { head: t('standing.from') },
        { head: t('standing.to') },
        { head: t('standing.ground') },
      ]}
      rows={lists.map((l) => ({
        key: l.id,
        cells: [
          t(`org.credit.${l.list}`),
          f.day(l.from),
          l.to ? f.day(l.to) : t('standing.still'),
          `${l.ground}${l.liftGround ? ` · ${l.liftGround}` : ''}`,
        ],
      }))}
    />
  )
}

const SanctionTable = ({ sanctions }: Pick<Standing, 'sanctions'>) => {
  const t = useT()
  const f = useFormat()
  if (sanctions.length === 0) return <p className="quiet">{t('standing.sanctions.none')}</p>
  return (
    <Table
      caption={t('standing.sanctions')}
      columns={[
        { head: t('sanction.no') },
        { head: t('sanction.ground') },
        { head: t('standing.from') },
        { head: t('standing.to') },
      ]}
      rows={sanctions.map((s) => ({
        key: s.id,
        cells: [
          s.refNo,
          t(`sanction.ground.${s.ground as 'bribery'}`),
          s.from ? f.day(s.from) : '',
          s.liftedOn ? t('sanction.lifted.on', { date: f.day(s.liftedOn) }) : s.to ? f.day(s.to) : '',
        ],
      }))}
    />
  )
}

/** 年检、名录、处罚: each with its dates, also when over. */
export const StandingRecord = ({ standing }: { standing: Standing }) => (
  <>
    <InspectionTable inspections={standing.inspections} />
    <ListTable lists={standing.lists} />
    <SanctionTable sanctions={standing.sanctions} />
  </>
)
