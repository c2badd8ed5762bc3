import { useT } from '#app/i18n/use-t.ts'
import type { readBatch } from '#domain/ask/vote/sheets/read-batches.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Data = Awaited<ReturnType<typeof readBatch>>

/** Sheets that one person entered, or that two entered differently. */
export const WaitingSheets = ({ open, no }: { open: Data['open']; no: (line: number) => string }) => {
  const t = useT()
  if (open.length === 0) return null
  return (
    <Section title={t('paper.waiting.title')}>
      <ul>
        {open.map(({ line, differs, readers }) => (
          <li key={line}>
            <strong className="num">{no(line)}</strong>{' '}
            {t(differs ? 'paper.waiting.differs' : 'paper.waiting.once', {
              readers: readers.join(t('paper.and')),
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
/** Sheets that are settled: counted, blank or void, and by whom they were entered. */
export const SettledSheets = ({ sheets, no }: { sheets: Data['sheets']; no: (line: number) => string }) => {
  const t = useT()
  const outcome = ({ voided, blank }: Data['sheets'][number]) =>
    voided
      ? t('paper.outcome.void', { why: t(`paper.void.${voided}`) })
      : t(blank ? 'paper.outcome.blank' : 'paper.outcome.counted')
  return (
    <Section title={t('paper.settled.title')}>
      {sheets.length === 0 ? <p className="quiet">{t('paper.settled.none')}</p> : null}
      {sheets.length > 0 ? (
        <Table
          caption={t('paper.settled.title')}
          captionHidden
          columns={[
            { head: t('paper.enter.line') },
            { head: t('paper.outcome') },
            { head: t('paper.readers') },
          ]}
          rows={sheets.map((sheet) => ({
            key: String(sheet.line),
            cells: [no(sheet.line), outcome(sheet), sheet.readers.join(t('paper.and'))],
          }))}
        />
      ) : null}
    </Section>
  )
}
