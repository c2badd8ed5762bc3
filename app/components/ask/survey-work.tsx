import { useT } from '#app/i18n/use-t.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Details, Note } from '../card.tsx'

type Props = { here: string; stands: string; unsettled: { once: number[]; differ: number[] } }

/** What the clerk has to do beside the moves: sheets, what two people read differently, words to clear, the raw answers. */
export const SurveyWork = ({ here, stands, unsettled }: Props) => {
  const t = useT()
  const ended = stands === 'over' || stands === 'closed' || stands === 'reported'
  return (
    <>
      {unsettled.once.length > 0 ? (
        <Note kind="wait">{t('survey.settle.once', { list: unsettled.once.join(' ') })}</Note>
      ) : null}
      <Acts>
        {unsettled.differ.map((no) => (
          <ButtonLink key={no} look="second" to={`${here}/settle/${no}`}>
            {t('survey.settle.go', { no })}
          </ButtonLink>
        ))}
        <ButtonLink look="second" to={`${here}/sheets`}>
          {t('survey.sheets')}
        </ButtonLink>
        {ended ? (
          <ButtonLink look="second" to={`${here}/words`}>
            {t('survey.words.title')}
          </ButtonLink>
        ) : null}
      </Acts>
      {ended ? (
        <Details summary={t('survey.answers.file')}>
          <p>{t('survey.answers.file.say')}</p>
          <ButtonLink look="second" to={`${here}/answers.xlsx`}>
            {t('survey.answers.file')}
          </ButtonLink>
        </Details>
      ) : null}
    </>
  )
}
