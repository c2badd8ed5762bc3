import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { PaperQuestion } from '#app/components/ask/survey-question.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readBatch } from '#domain/ask/survey/print-sheets.ts'

export const handle = titled('survey.paper')
export const loader = pageLoader(async (ctx, { id = '', batchId = '' }, url) => {
  const read = await readBatch(ctx, id, batchId)
  const address = `${url.origin}/survey/${read.survey.shortCode}`
  return { ...read, address, paper: await paperAt(ctx, 'survey', id, url) }
})
export const action = issueAction(
  'survey',
  'id',
  ({ id, batchId }) => `/desk/surveys/${id}/sheets/${batchId}`,
)

export default function Batch() {
  const t = useT()
  const f = useFormat()
  const { survey, building, sheets, address, paper } = useLoaderData<typeof loader>()
  const date = f.date(new Date(survey.closesAt.getTime() - 1))
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}/sheets`, label: t('survey.sheets') }}
      eyebrow={`${survey.communityName} ${building}`}
      title={survey.name}
    >
      <Official paper={paper} sheets>
        {sheets.map(({ no, code }) => (
          <section key={no} className="mt-4 [break-after:page]">
            <div className="card grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-4">
              <div>
                <p className="mb-0">{`${survey.name} · ${building}`}</p>
                <p className="num mb-0 font-bold font-song text-xl">{t('survey.sheet.no', { no })}</p>
                <p className="mb-0">{t('survey.sheet.code', { code })}</p>
                <p className="small mb-0">{t('survey.paper.lead', { date, code: survey.shortCode })}</p>
              </div>
              <Qr text={address} label={t('survey.poster.qr', { address })} />
            </div>
            <p className="small mt-2">{t('survey.anonymous')}</p>
            <p className="small">
              {`${t('survey.notice.why.text')} ${t('survey.notice.what.text')} ${t('survey.agree', { n: survey.minAge })}`}
            </p>
            <p className="small">{t('survey.sheet.tick')}</p>
            {survey.questions.map((question, at) => (
              <PaperQuestion key={question.id} question={question} at={at} />
            ))}
          </section>
        ))}
      </Official>
    </Page>
  )
}
