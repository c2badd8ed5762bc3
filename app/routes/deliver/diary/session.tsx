import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { PhotosField } from '#app/components/photos-field.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { photoBytes } from '#app/http/photo-bytes.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { closeSessionForm, sheetForm } from '#domain/deliver/diary/forms.ts'
import { closeSession, typeSheet } from '#domain/deliver/diary/hold-session.ts'
import { sessionPage } from '#domain/deliver/diary/session-page.ts'

export const handle = titled<{ session: { title: string } }>((_, { session }) => session.title)
export const loader = pageLoader((ctx, { contractId, sessionId }) =>
  sessionPage(ctx, contractId!, sessionId!),
)
const on = formsOf(
  ({ contractId = '', sessionId = '' }) => ({ contractId, sessionId }),
  ({ id, contractId }: { id: string; contractId: string }) => `/work/${contractId}/sessions/${id}`,
)
export const action = formActions({
  sheet: on(sheetForm, typeSheet),
  close: on(
    closeSessionForm,
    async (ctx, { photos, ...said }) => closeSession(ctx, { ...said, photos: await photoBytes(photos) }),
    { goTo: ({ contractId }) => `/work/${contractId}/diary` },
  ),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Open = ({ missing, session, today }: Shown) => {
  const t = useT()
  return (
    <>
      {missing.length > 0 && session.heldOn <= today ? (
        <Section title={t('session.sheet')}>
          <Form name="sheet" look="second" submit={t('session.sheet.do')}>
            <Choices
              many
              name="came"
              legend={t('session.sheet.who')}
              options={missing.map(({ id, label }) => ({ value: id, label }))}
            />
          </Form>
        </Section>
      ) : null}
      {session.heldOn <= today ? (
        <Section title={t('session.close')}>
          <Form name="close" files submit={t('session.close.do')}>
            <Field name="minutes" kind="number" short label={t('diary.minutes')} />
            <Field name="words" kind="long" label={t('diary.words')} hint={t('diary.words.hint')} />
            <Field
              name="personTimes"
              kind="number"
              short
              label={t('diary.person-times')}
              hint={t('session.person-times.hint')}
              optional
            />
            <PhotosField hint={t('diary.photos.hint')} />
          </Form>
        </Section>
      ) : null}
    </>
  )
}

export default function Session() {
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { contract, session, arrived } = shown
  return (
    <Page
      back={{ to: `/work/${contract.id}/sessions`, label: t('session.title') }}
      eyebrow={contract.title}
      title={session.title}
      lead={t('session.when', { on: f.day(session.heldOn), place: session.place })}
    >
      {session.recorded ? <Note kind="done">{t('session.recorded')}</Note> : null}
      <Links
        links={[{ to: `/work/${contract.id}/sessions/${session.id}/poster`, label: t('session.poster') }]}
      />
      <Section title={t('session.came')} aside={t('session.came.n', { n: arrived.length })}>
        {arrived.length === 0 ? (
          <p className="quiet">{t('session.came.none')}</p>
        ) : (
          <Table
            caption={t('session.came')}
            captionHidden
            columns={[{ head: t('people.label') }, { head: t('session.via') }]}
            rows={arrived.map(({ id, label, via }) => ({ key: id, cells: [label, t(`session.via.${via}`)] }))}
          />
        )}
      </Section>
      {session.recorded ? null : <Open {...shown} />}
    </Page>
  )
}
