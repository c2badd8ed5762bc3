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
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
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
const goTo = ({ id }: { id: string }) => `/desk/meetings/${id}/minutes`
export const action = formActions({
  vote: oneForm({
    form: forms.resolutionForm,
    run: (ctx, input, { id = '' }) => recordResolution(ctx, { ...input, meetingId: id }),
    goTo,
  }),
  drop: oneForm({
    form: forms.dropForm,
    run: (ctx, input, { id = '' }) => dropResolution(ctx, { ...input, meetingId: id }),
    goTo,
  }),
  step: oneForm({
    form: forms.stepForm,
    run: (ctx, input, { id = '' }) => planStep(ctx, { ...input, meetingId: id }),
    goTo,
  }),
  minutes: oneForm({
    form: forms.minutesForm,
    run: (ctx, input, { id = '' }) => writeMinutes(ctx, { ...input, meetingId: id }),
    goTo,
  }),
  answer: oneForm({
    form: forms.answerForm,
    run: (ctx, input, { id = '' }) => answerQuestion(ctx, { ...input, meetingId: id }),
    goTo,
  }),
  attach: oneForm({
    form: forms.fileForm,
    run: async (ctx, { file, kind }, { id = '' }) =>
      attachFile(ctx, {
        ...{ meetingId: id, name: file.name, open: kind === 'open' },
        bytes: Buffer.from(await file.arrayBuffer()),
      }),
    goTo,
  }),
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
