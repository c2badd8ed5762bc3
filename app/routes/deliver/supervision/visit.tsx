import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { PhotoLinks, PhotosField } from '#app/components/photos-field.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { photoBytes } from '#app/http/photo-bytes.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { skipForm, visitChecks, visitForm } from '#domain/deliver/supervision/visit/forms.ts'
import { recordVisit, skipVisit } from '#domain/deliver/supervision/visit/record-visit.ts'
import { visitPage } from '#domain/deliver/supervision/visit/visit-page.ts'

export const handle = titled('inspection.title')
export const loader = pageLoader((ctx, { visitId }) => visitPage(ctx, visitId!))
const on = formsOf(
  ({ visitId = '' }) => ({ visitId }),
  ({ id }: { id: string }) => `/desk/visits/${id}`,
)
export const action = formActions({
  record: on(visitForm, async (ctx, { photos, ...typed }) =>
    recordVisit(ctx, { ...typed, photos: await photoBytes(photos) }),
  ),
  skip: on(skipForm, skipVisit),
})
const seen = ['ok', 'wrong', 'unseen'] as const

export default function Visit() {
  const t = useT()
  const f = useFormat()
  const v = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/visits?month=${v.month}`, label: t('inspection.plans.title') }}
      eyebrow={`${v.month} · ${t(`inspection.why.${v.why}`)} · ${t(`inspection.state.${v.state}`)}`}
      title={v.title}
      lead={v.supplier}
    >
      {v.reason ? <Note>{t('inspection.reason.is', { reason: v.reason })}</Note> : null}
      {v.state === 'planned' ? null : (
        <Facts
          facts={[
            ...(v.visitedOn ? [{ term: t('inspection.day'), text: f.date(v.visitedOn) }] : []),
            ...(v.present === null ? [] : [{ term: t('inspection.present'), text: f.number(v.present) }]),
            ...(v.asked === null ? [] : [{ term: t('inspection.asked'), text: f.number(v.asked) }]),
            ...visitChecks.flatMap((code) =>
              v.checks?.[code]
                ? [{ term: t(`inspection.check.${code}`), text: t(`inspection.seen.${v.checks[code]}`) }]
                : [],
            ),
            {
              term: t(v.state === 'skipped' ? 'inspection.skip.words' : 'inspection.words'),
              text: v.words ?? '',
            },
            ...(v.findingId
              ? [
                  {
                    term: t('inspection.finding'),
                    text: <a href={`/desk/findings/${v.findingId}`}>{t('finding.one')}</a>,
                  },
                ]
              : []),
          ]}
        />
      )}
      <PhotoLinks at={`/desk/visits/${v.id}/photo`} ids={v.photoIds} />
      {v.mayRecord ? (
        <>
          <Form name="record" files submit={t('inspection.submit')}>
            <Field name="visitedOn" kind="date" label={t('inspection.day')} fallback={v.today} />
            <Field name="present" kind="number" short label={t('inspection.present')} />
            <Field name="asked" kind="number" short label={t('inspection.asked')} />
            {visitChecks.map((code) => (
              <Choices
                key={code}
                name={code}
                legend={t(`inspection.check.${code}`)}
                options={seen.map((value) => ({ value, label: t(`inspection.seen.${value}`) }))}
              />
            ))}
            <Field
              name="words"
              kind="long"
              rows={3}
              label={t('inspection.words')}
              hint={t('inspection.words.hint')}
            />
            <Field
              name="found"
              kind="long"
              rows={3}
              label={t('inspection.found')}
              hint={t('inspection.found.hint')}
              optional
            />
            <PhotosField hint={t('inspection.photos.hint')} />
          </Form>
          <Section title={t('inspection.skip.title')}>
            <Form name="skip" look="second" submit={t('inspection.skip.submit')}>
              <Field name="words" kind="long" rows={2} label={t('inspection.skip.words')} />
            </Form>
          </Section>
        </>
      ) : null}
    </Page>
  )
}
