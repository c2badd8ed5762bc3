import { useT } from '#app/i18n/use-t.ts'
import type { FileOfRound } from '#domain/ask/vote/file-of-round.ts'
import { Details, Note } from '../card.tsx'
import { CountedTable } from './pb-counted.tsx'

/** 来自文件: an advisory round over somebody else's projects says whose they are, in which money, and that nothing is bought. */
export const FileNote = ({ file }: { file: FileOfRound }) => {
  const t = useT()
  if (!file) return null
  const { name, country, unit, instance, currency, counted } = file
  const place = [country, unit, instance].filter(Boolean).join(' · ')
  const amounts = currency && !/^(cny|rmb)$/i.test(currency) ? 'own.currency' : 'own.currency.yuan'
  return (
    <>
      <Note kind="plain">
        {t('own.note', { name, place })} {t(amounts, { currency: currency ?? '' })}
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
