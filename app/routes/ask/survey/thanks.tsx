import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { findSurveyByCode } from '#domain/ask/survey/find-survey.ts'

export const handle = titled('survey.thanks.title')

export const loader = pageLoader(({ db }, { code = '' }) => findSurveyByCode(db, code))

export default function Thanks() {
  const t = useT()
  const f = useFormat()
  const survey = useLoaderData<typeof loader>()
  return (
    <Confirmation
      title={t('survey.thanks.title')}
      said={survey.name}
      number={{ label: t('survey.code'), text: survey.shortCode }}
      next={[
        { term: f.short(new Date(survey.closesAt.getTime() - 1)), text: t('survey.thanks.closes') },
        { term: t('survey.thanks.after'), text: t('survey.thanks.report') },
      ]}
      contact={t('survey.thanks.contact')}
      acts={
        <ButtonLink to={`/surveys/${survey.id}`} look="second">
          {t('survey.see-report')}
        </ButtonLink>
      }
    />
  )
}
