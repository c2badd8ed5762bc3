import { useLoaderData } from '@remix-run/react'
import { SurveyNotice, SurveyTerms } from '#app/components/ask/survey-notice.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty, Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { sheetCookie, sheetIn } from '#app/http/survey-cookie.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { beginAnswer, readSheetOnPhone } from '#domain/ask/survey/begin-answer.ts'
import { beginAnswerForm } from '#domain/ask/survey/forms.ts'
import { gridsOfCommunity } from '#domain/where/bodies-of-community.ts'

export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)

export const loader = pageLoader(async (ctx, { code = '' }, _url, request) => {
  const read = await readSheetOnPhone(ctx, code, sheetIn(request))
  const resumes = read.typed !== null && Object.keys(read.typed).length > 0
  return { ...read, resumes, grids: await gridsOfCommunity(ctx.db, read.survey.communityId) }
})

export const action = formAction({
  form: beginAnswerForm,
  run: (ctx, { agreed: _agreed, ...input }, { code = '' }) => beginAnswer(ctx, { code, ...input }),
  goTo: ({ code }) => `/survey/${code}/1`,
  everyTime: true,
  headers: ({ code, token }, request) => sheetCookie(request, code, token),
})

export default function Begin() {
  const t = useT()
  const f = useFormat()
  const { survey, stands, next, resumes, grids } = useLoaderData<typeof loader>()
  const here = `/survey/${survey.shortCode}`
  const last = new Date(survey.closesAt.getTime() - 1)
  const lead =
    stands === 'open'
      ? t('survey.open.lead', { n: survey.questions.length, date: f.date(last) })
      : stands === 'not_open'
        ? t('survey.soon.lead', { date: f.date(survey.opensAt) })
        : t('survey.over.lead', { date: f.date(last) })
  if (stands !== 'open')
    return (
      <Page narrow eyebrow={survey.communityName} title={survey.name} lead={lead}>
        <Empty
          action={
            stands === 'reported'
              ? { to: `/surveys/${survey.id}`, label: t('survey.see-report') }
              : { to: '/ask/new', label: t('ask.go') }
          }
        >
          {t('survey.closed.say')}
        </Empty>
      </Page>
    )
  return (
    <Page narrow eyebrow={survey.communityName} title={survey.name} lead={lead}>
      <Note>{t('survey.anonymous')}</Note>
      {resumes ? (
        <>
          <Note kind="wait">{t('survey.resume.say', { n: next })}</Note>
          <Acts>
            <ButtonLink to={`${here}/${next}`}>{t('survey.resume')}</ButtonLink>
          </Acts>
        </>
      ) : null}
      <SurveyNotice survey={survey} />
      <Form
        submit={t(resumes ? 'survey.restart' : 'survey.begin')}
        look={resumes ? 'second' : 'first'}
        aside={<a href={`${here}/all`}>{t('survey.all-at-once')}</a>}
      >
        <SurveyTerms survey={survey} grids={grids} />
      </Form>
    </Page>
  )
}
