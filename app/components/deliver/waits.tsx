import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Role } from '#db/vocabulary.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'

export type Waiting = {
  key: string
  role: Role
  body: string
  since: Date
  by?: string | null
  title: string
}

/** 谁卡住了: what waits, for whom, since when; nothing hidden behind "in progress". */
export const Waits = ({ waits }: { waits: readonly Waiting[] }) => {
  const t = useT()
  const f = useFormat()
  if (waits.length === 0) return <p className="quiet">{t('wait.nobody')}</p>
  return (
    <Note kind="wait">
      <ul className="grid gap-3">
        {waits.map((w) => (
          <li key={w.key + w.role + w.body}>
            <b>{t('wait.who', { body: w.body, role: t(`role.${w.role}`) })}</b>{' '}
            {t(`wait.${w.key}` as Key, { title: w.title })}
            <span className="small quiet block">
              {w.by ? t('wait.by', { date: f.date(w.by) }) : t('wait.since', { date: f.date(w.since) })}
            </span>
          </li>
        ))}
      </ul>
    </Note>
  )
}
