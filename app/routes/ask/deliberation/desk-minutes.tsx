import { useLoaderData } from '@remix-run/react'
import {
  AnswerForm,
  FileForm,
  MinutesForm,
  Recorded,
  ResolutionForm,
  StepForm,
} from '#app/components/ask/hall/minutes-forms.tsx'
import { Note } from '#app/components/card.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { sentFile } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerQuestion } from '#domain/ask/deliberation/ask-question.ts'
import { attachFile } from '#domain/ask/deliberation/attach-file.ts'
import * as forms from '#domain/ask/deliberation/meeting-forms.ts'
import { readMinutes } from '#domain/ask/deliberation/read-desk.ts'
import {
  dropResolution,
  planStep,
  recordResolution,
  writeMinutes,
} from '#domain/ask/deliberation/record-resolution.ts'

export const handle = titled('meeting.minutes.title')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  ...(await readMinutes(ctx, id)),
  chosen: url.searchParams.get('q'),
}))
const on = formsOf(
  ({ id = '' }) => ({ meetingId: id }),
  ({ id }: { id: string }) => `/desk/meetings/${id}/minutes`,
)
export const action = formActions({
  vote: on(forms.resolutionForm, recordResolution),
  drop: on(forms.dropForm, dropResolution),
  step: on(forms.stepForm, planStep),
  minutes: on(forms.minutesForm, writeMinutes),
  answer: on(forms.answerForm, answerQuestion),
  attach: on(forms.fileForm, async (ctx, { file, kind, meetingId }) =>
    attachFile(ctx, { ...(await sentFile(file)), meetingId, open: kind === 'open' }),
  ),
})

export default function Minutes() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { meeting: m } = page
  const held = m.state === 'held'
  return (
    <Page
      back={{ to: `/desk/meetings/${m.id}`, label: m.title }}
      eyebrow={m.refNo}
      title={t('meeting.minutes.title')}
      lead={t('meeting.minutes.lead', { n: m.present ?? 0 })}
    >
      {held ? null : (
        <Note kind="wait">
          {t(
            m.state === 'no_quorum'
              ? 'refusal.no-quorum-decides-nothing'
              : m.state === 'called'
                ? 'refusal.attendance-open'
                : 'refusal.minutes-out',
          )}
        </Note>
      )}
      <AnswerForm page={page} chosen={page.chosen} />
      {held ? (
        <>
          <Recorded page={page} />
          <ResolutionForm page={page} />
          <StepForm page={page} />
          <MinutesForm page={page} />
          <FileForm page={page} />
        </>
      ) : null}
    </Page>
  )
}
