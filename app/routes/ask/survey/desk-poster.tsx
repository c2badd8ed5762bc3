import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('survey.poster')
export const loader = pageLoader(async (ctx, { id = '' }, url) => {
  const { survey } = await readSurvey(ctx, id)
  return { survey, address: `${url.origin}/survey/${survey.shortCode}` }
})

export default function Poster() {
  const t = useT()
  const f = useFormat()
  const { survey, address } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}` }}
      eyebrow={survey.communityName}
      title={survey.name}
      lead={t('survey.poster.lead', { date: f.date(new Date(survey.closesAt.getTime() - 1)) })}
    >
      <div className="card mx-auto mt-4 grid max-w-form gap-4 text-center">
        <Qr text={address} label={t('survey.poster.qr', { address })} />
        <p className="mx-auto mb-0">{t('survey.poster.code')}</p>
        <p className="slip-no mx-auto mb-0">{survey.shortCode}</p>
        <p className="hash mx-auto mb-0">{address}</p>
      </div>
      <p className="mt-4">{t('survey.poster.help')}</p>
    </Page>
  )
}
