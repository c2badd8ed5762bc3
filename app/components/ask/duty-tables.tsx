import { useT } from '#app/i18n/use-t.ts'
import type { Desk } from '#domain/ask/suggestion/duties-data.ts'
import type { readDutyList, tryDuties } from '#domain/ask/suggestion/revise-duties.ts'
import { Details, Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type List = Awaited<ReturnType<typeof readDutyList>>
type Changes = Awaited<ReturnType<typeof tryDuties>>['changes']
type Row = Pick<List['today'][number], 'code' | 'kind' | 'title' | 'ground' | 'office'> & { desks: Desk[] }

/** Rows of the responsibility list: number, kind, matter, ground, and who may be given it. */
export const DutyTable = ({ caption, rows }: { caption: string; rows: readonly Row[] }) => {
  const t = useT()
  const desks = (row: Row) => row.desks.map((desk) => t(`duties.desk.${desk}`)).join(t('ask.comma'))
  return (
    <Table
      caption={caption}
      captionHidden
      columns={(['title', 'kind', 'ground', 'desks'] as const).map((head) => ({
        head: t(`duties.column.${head}`),
      }))}
      rows={rows.map((row) => ({
        key: row.code,
        cells: [
          `${row.code} ${row.title}`,
          t(`duty.${row.kind}`),
          row.ground,
          [desks(row), row.office].filter(Boolean).join(' · '),
        ],
      }))}
    />
  )
}

/** 试导入: what the list would change, before anything is kept. */
export const DutyChanges = ({ changes }: { changes: Changes }) => {
  const t = useT()
  const { added, changed, ended, same } = changes
  return (
    <div role="status">
      <Note kind="wait">
        {t('duties.tried', {
          added: added.length,
          changed: changed.length,
          ended: ended.length,
          same,
        })}
      </Note>
      {(['added', 'changed', 'ended'] as const).map((kind) =>
        changes[kind].length > 0 ? (
          <Section key={kind} title={t(`duties.${kind}`)}>
            <DutyTable caption={t(`duties.${kind}`)} rows={changes[kind]} />
          </Section>
        ) : null,
      )}
    </div>
  )
}

/** Every revision of the list: from when, on what paper, how much it changed. */
export const DutyRevisions = ({ revisions }: Pick<List, 'revisions'>) => {
  const t = useT()
  const f = useFormat()
  return (
    <Details summary={t('duties.revisions')}>
      {revisions.length === 0 ? <p>{t('duties.revisions.none')}</p> : null}
      <ul className="grid gap-2">
        {revisions.map(({ id, at, detail }) => (
          <li key={id}>
            {t('duties.revision', {
              date: f.day(at),
              from: String(detail?.from ?? ''),
              source: String(detail?.source ?? ''),
              added: String(detail?.added ?? 0),
              changed: String(detail?.changed ?? 0),
              ended: String(detail?.ended ?? 0),
            })}
          </li>
        ))}
      </ul>
    </Details>
  )
}
