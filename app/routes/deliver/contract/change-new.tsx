import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { changeRationales } from '#db/vocabulary.ts'
import { changeForm } from '#domain/deliver/contract/change-forms.ts'
import { changeDraftPage } from '#domain/deliver/contract/change-page.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'

export const handle = titled('change.draft.title')
export const loader = pageLoader((ctx, { contractId }) => changeDraftPage(ctx, contractId!))
export const action = formAction({
  form: changeForm,
  run: (ctx, typed, { contractId }) => draftChange(ctx, { ...typed, contractId: contractId! }),
  goTo: ({ id, contractId }) => `/work/${contractId}/changes/${id}`,
})

export default function DraftChange() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { room } = page
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('change.draft.title')}
      lead={t('change.draft.lead')}
    >
      <Note>
        {page.tranche
          ? t('change.room', { n: room.percent, signed: f.money(room.signed), left: f.money(room.left) })
          : t('change.no-tranche')}
        <span className="small quiet block">{room.source}</span>
      </Note>
      <Form submit={t('change.draft.submit')}>
        <Field
          name="rationale"
          kind="select"
          label={t('change.rationale')}
          options={changeRationales.map((value) => ({ value, label: t(`change.rationale.${value}`) }))}
        />
        <Field name="reason" kind="long" label={t('change.reason')} hint={t('change.reason.hint')} />
        {page.tranche ? (
          <>
            <Field
              name="more"
              kind="money"
              label={t('change.price.more')}
              hint={t('change.price.hint', { price: f.money(page.price), title: page.tranche })}
              optional
            />
            <Field name="less" kind="money" label={t('change.price.less')} optional />
          </>
        ) : null}
        <Field
          name="to"
          kind="date"
          label={t('change.to')}
          hint={t('change.to.hint')}
          fallback={page.to}
          optional
        />
        {page.indicators.map((i, at) => (
          <div key={i.id} className="field">
            <input type="hidden" name={`targets[${at}].code`} value={i.code} />
            <Field
              name={`targets[${at}].target`}
              kind="number"
              label={t('change.target', { name: i.name, unit: i.unit })}
              hint={t('change.target.hint')}
              fallback={i.target}
              optional
            />
          </div>
        ))}
        {page.workers.length > 0 ? (
          <Field
            name="workerId"
            kind="select"
            label={t('change.worker.new')}
            hint={t('change.worker.hint', { name: page.worker ?? '' })}
            options={page.workers.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
      </Form>
    </Page>
  )
}
