import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { CaseActs } from '#app/components/deliver/case-acts.tsx'
import { Entry } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { casePage } from '#domain/deliver/casework/case-page.ts'
import { caseNoteForm, closeCaseForm, handOverForm, nothingForm } from '#domain/deliver/casework/forms.ts'
import { addCaseNote, closeCase, handOverCase, reopenCase } from '#domain/deliver/casework/keep-case.ts'

/** The tab of a browser names nobody. */
export const handle = titled('cases.title')
export const loader = pageLoader((ctx, { caseId }) => casePage(ctx, caseId!))
const on = formsOf(
  ({ caseId = '' }) => ({ caseId }),
  ({ id }: { id: string }) => `/cases/${id}`,
)
export const action = formActions({
  note: on(caseNoteForm, addCaseNote),
  close: on(closeCaseForm, closeCase),
  reopen: on(nothingForm, reopenCase),
  hand_over: on(handOverForm, handOverCase, { goTo: () => '/cases' }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Notes = ({ notes }: { notes: Shown['notes'] }) => {
  const t = useT()
  const f = useFormat()
  if (notes.length === 0) return <p className="quiet">{t('case.notes.none')}</p>
  return notes.map(({ id, on, minutes, author, words, arrivedOn }) => (
    <Entry
      key={id}
      when={f.day(on)}
      title={author}
      proof={[
        { term: t('diary.hours'), text: t('case.note.minutes', { n: minutes }) },
        ...(arrivedOn === on ? [] : [{ term: t('diary.written-on'), text: f.day(arrivedOn) }]),
      ]}
    >
      <p className="whitespace-pre-line">{words}</p>
    </Entry>
  ))
}

export default function CaseFile() {
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { file, goal, closing, notes } = shown
  return (
    <Page
      back={{ to: '/cases', label: t('cases.title') }}
      eyebrow={file.refNo}
      title={t('case.title', { label: file.label })}
      lead={<Tag kind={file.state === 'open' ? 'live' : 'plain'}>{t(`case.state.${file.state}`)}</Tag>}
    >
      <Facts
        facts={[
          { term: t('case.worker'), text: file.worker },
          { term: t('case.project'), text: file.project },
          { term: t('case.opened'), text: f.date(file.openedAt) },
          ...(file.closedAt ? [{ term: t('case.closed'), text: f.date(file.closedAt) }] : []),
          { term: t('case.goal.title'), text: <span className="whitespace-pre-line">{goal}</span> },
          ...(closing
            ? [
                {
                  term: t('case.closing.title'),
                  text: <span className="whitespace-pre-line">{closing}</span>,
                },
              ]
            : []),
        ]}
      />
      <Section title={t('case.notes')}>
        <Notes notes={notes} />
      </Section>
      <CaseActs {...shown} />
    </Page>
  )
}
