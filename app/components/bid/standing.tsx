import { isKey, told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { Details, Note } from '../card.tsx'
import { Tag } from '../tag.tsx'

const wayOut = (why: string) => (isKey(`way-out.${why}`) ? `way-out.${why}` : 'way-out.other')

const Rules = ({ standing }: Pick<Own, 'standing'>) => {
  const t = useT()
  return (
    <ul className="tasks">
      {standing.map(({ rule, why }) => (
        <li key={rule}>
          <span className="hit">{t(`standing.rule.${rule}`)}</span>
          <Tag kind={why ? 'late' : 'done'}>{t(why ? 'standing.unmet' : 'standing.met')}</Tag>
          {why ? (
            <p className="small quiet">
              {told(t, `refusal.${why}`)} {t('standing.way-out', { how: told(t, wayOut(why)) })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** 能不能参加: said before a word is written; who may not sees why, and the way out. */
export const Standing = ({ own: { standing, barred } }: { own: Pick<Own, 'standing' | 'barred'> }) => {
  const t = useT()
  if (barred)
    return (
      <>
        <Note kind="late">{t('standing.no')}</Note>
        <Rules standing={standing} />
        <p className="small quiet">{t('standing.source')}</p>
      </>
    )
  return (
    <Details summary={t('standing.yes')}>
      <Rules standing={standing} />
      <p className="small quiet">{t('standing.source')}</p>
    </Details>
  )
}
