import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import type { Piece } from '#domain/buy/tender/word-diff.ts'
import { Entry } from '../entry.tsx'
import { type Format, useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { WordChanges } from './word-changes.tsx'

type Change = TenderPage['amendments'][number]
type Version = TenderPage['versions'][number]

/** An amended value as people read it: money, a moment, or the words themselves. */
const said = (f: Format, field: string, value: string) => {
  if (field === 'ceiling') return f.money(Number(value))
  if (value === '') return '—'
  return field === 'deadline' ? f.dateTime(Number(value)) : value
}

type Compared = { field: string; was: string; now: string; pieces: readonly Piece[] }
/** One changed value, the old words beside the new. */
export const OldAndNew = ({ field, was, now, pieces }: Compared) => {
  const t = useT()
  const f = useFormat()
  const head = (
    <p className="small quiet mb-0">{t(`amendment.field.${field}` as 'amendment.field.ceiling')}</p>
  )
  if (field === 'requirement' || field === 'qualification' || field === 'criteria')
    return (
      <div className="my-3 grid gap-1 border-l-4 border-hair pl-4">
        {head}
        <WordChanges pieces={pieces} />
      </div>
    )
  return (
    <div className="my-3 grid gap-1 border-l-4 border-hair pl-4">
      {head}
      <p className="mb-0">
        <span className="small quiet">{t('amendment.was')}</span>{' '}
        <del className="text-quiet">{said(f, field, was)}</del>
      </p>
      <p className="mb-0">
        <span className="small quiet">{t('amendment.now')}</span>{' '}
        <ins className="bg-teal-tint font-bold no-underline">{said(f, field, now)}</ins>
      </p>
    </div>
  )
}

/** 改过什么: each change with the old words beside the new, why, and who must confirm again. */
export const Changes = ({
  amendments,
  tenderId,
  versions = [],
}: {
  amendments: readonly Change[]
  tenderId?: string
  versions?: readonly Version[]
}) => {
  const read = (id: string) => versions.find((v) => v.amendmentId === id)?.ordinal
  const t = useT()
  const f = useFormat()
  return (
    <Section id="changed" title={t('tender.changed')}>
      {amendments.length === 0 ? <p className="quiet">{t('amendment.none')}</p> : null}
      {amendments.map((a) => (
        <Entry
          key={a.id}
          title={t('amendment.no.at', { n: a.ordinal, at: f.dateTime(a.publishedAt!) })}
          proof={[{ term: t('amendment.why'), text: a.reason }]}
          links={
            tenderId && read(a.id)
              ? [{ to: `/tenders/${tenderId}/document/${read(a.id)}`, label: t('amendment.version') }]
              : []
          }
        >
          <OldAndNew {...a} />
          {a.newDeadline && a.field !== 'deadline' ? (
            <p>{t('amendment.extended', { at: f.dateTime(a.newDeadline) })}</p>
          ) : null}
          <p>
            {a.byRule ? t('amendment.by-rule') : null}
            {a.material ? (
              <strong>{t('amendment.confirm', { at: f.dateTime(a.publishedAt!) })}</strong>
            ) : (
              t('amendment.small')
            )}
          </p>
        </Entry>
      ))}
    </Section>
  )
}
