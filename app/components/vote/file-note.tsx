import { useT } from '#app/i18n/use-t.ts'
import type { FileOfRound } from '#domain/ask/vote/file-of-round.ts'
import { Details, Note } from '../card.tsx'
import { CountedTable } from './pb-counted.tsx'

/** Beside amounts of another money: that they are none of ours. */
export const ForeignMoney = ({ foreign }: { foreign: string | null }) => {
  const t = useT()
  return foreign ? <p className="small">{t('own.money', { currency: foreign })}</p> : null
}

/** 来自文件: an advisory round over somebody else's projects says whose they are, in which money, and that nothing is bought. */
export const FileNote = ({ file, foreign }: { file: FileOfRound; foreign: string | null }) => {
  const t = useT()
  if (!file) return null
  const { name, country, unit, instance, counted } = file
  const place = [country, unit, instance].filter(Boolean).join(' · ')
  return (
    <>
      <Note kind="plain">
        {t('own.note', { name, place })}{' '}
        {foreign ? t('own.currency', { currency: foreign }) : t('own.currency.yuan')}
      </Note>
      {counted ? (
        <Details summary={t('own.counted', { n: counted.voters })}>
          <p>{t('own.counted.say')}</p>
          <CountedTable counted={counted} />
        </Details>
      ) : null}
    </>
  )
}
