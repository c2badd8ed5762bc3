import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Table } from '#app/components/table.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Sought } from '#domain/open/read-journal.ts'
import type { SignIns } from '#domain/open/sign-ins.ts'

type Line = {
  id: string
  at: string | Date
  actorId: string | null
  person: string | null
  role: string | null
  party: string | null
  action: string
  subject: string
  detail: string
  secret: boolean
}
const PAGE = '/desk/journal'
const linkTo = (sought: Sought) => `${PAGE}?${new URLSearchParams(sought)}`

const Find = ({ sought }: { sought: Sought }) => {
  const t = useT()
  return (
    <form method="get" className="my-4 flex flex-wrap items-end gap-3">
      <label className="grid gap-1">
        <span>{t('journal.about')}</span>
        <input name="about" defaultValue={sought.about} className="input" />
      </label>
      <label className="grid gap-1">
        <span>{t('journal.on')}</span>
        <input name="on" defaultValue={sought.on} placeholder={t('journal.on.hint')} className="input" />
      </label>
      {sought.by && <input type="hidden" name="by" value={sought.by} />}
      <button type="submit" className="btn second">
        {t('journal.find')}
      </button>
      <a className="hit" href={PAGE}>
        {t('journal.all')}
      </a>
    </form>
  )
}

const Who = ({ line }: { line: Line }) => {
  const t = useT()
  if (!line.actorId) return t(line.secret ? 'journal.secret' : 'journal.nobody')
  return (
    <>
      <a href={linkTo({ by: line.actorId })}>{line.person ?? line.actorId}</a>
      {line.role && `, ${t(`role.${line.role as Role}`)}`}
      {line.party && `, ${line.party}`}
    </>
  )
}

type Props = { sought: Sought; lines: readonly Line[]; more: string | null }
/** What was done, the newest first; a person and a matter lead to all their lines. */
export const JournalLines = ({ sought, lines, more }: Props) => {
  const t = useT()
  const f = useFormat()
  const heads = ['at', 'by', 'act', 'subject', 'detail'] as const
  const rows = lines.map((line) => ({
    key: line.id,
    cells: [
      f.dateTime(line.at),
      <Who key="by" line={line} />,
      <code key="act">{line.action}</code>,
      <a key="subject" className="break-all" href={linkTo({ about: line.subject })}>
        {line.subject}
      </a>,
      <span key="detail" className="small break-all">
        {line.detail}
      </span>,
    ],
  }))
  return (
    <>
      <Find sought={sought} />
      {rows.length === 0 ? (
        <Empty>{t('journal.none')}</Empty>
      ) : (
        <Table
          caption={t('journal.lines')}
          captionHidden
          columns={heads.map((head) => ({ head: t(`journal.${head}`) }))}
          rows={rows}
        />
      )}
      {more && (
        <p>
          <a className="hit" href={linkTo({ ...sought, before: more })}>
            {t('journal.more')}
          </a>
        </p>
      )}
    </>
  )
}

type Days = Pick<SignIns, 'days'> & { until: string | Date | null }
/** On which days somebody signed in; of an expert, not since a panel that is secret was drawn. */
export const SignInDays = ({ days: { days, until } }: { days: Days }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      {until && <p className="note">{t('journal.days.until', { day: f.date(until) })}</p>}
      {days.length === 0 ? (
        <Empty>{t('journal.days.none')}</Empty>
      ) : (
        <Table
          caption={t('journal.days')}
          captionHidden
          columns={[{ head: t('journal.on') }, { head: t('journal.days.n'), money: true }]}
          rows={days.map(({ on, n }) => ({ key: on, cells: [f.date(on), f.number(n)] }))}
        />
      )}
    </>
  )
}
