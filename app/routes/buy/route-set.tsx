import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { routeForm } from '#domain/buy/plan/forms.ts'
import { routePage } from '#domain/buy/plan/rules-page.ts'
import { setRoute } from '#domain/buy/plan/set-route.ts'

export const handle = titled('rules.edit')
export const loader = pageLoader((ctx, { routeId }) => routePage(ctx, routeId!))
export const action = formAction({ form: routeForm, run: setRoute, goTo: () => '/rules' })

const inYuan = (fen: number | null) => (fen === null ? '' : (fen / 100).toFixed(2))

/** 设定采购方式: the next version of a route, or one of the place's own made from it. */
export default function SetRoute() {
  const t = useT()
  const { base, objection, places, today } = useLoaderData<typeof loader>()
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))
  return (
    <Page
      narrow
      back={{ to: '/rules', label: t('rules.title') }}
      eyebrow={base.name}
      title={t('rules.edit')}
      lead={t('rules.edit.aside')}
    >
      <Form submit={t('rules.save')} hidden={{ baseId: base.id }}>
        <Field name="code" label={t('rules.code')} hint={t('rules.code.hint')} fallback={base.code} />
        <Field name="name" label={t('rules.name')} fallback={base.name} />
        <Field name="nameEn" label={t('rules.name.en')} fallback={base.nameEn} />
        <Field name="minAmount" kind="money" label={t('rules.min')} fallback={inYuan(base.minAmount)} />
        <Field
          name="maxAmount"
          kind="money"
          optional
          label={t('rules.max')}
          fallback={inYuan(base.maxAmount)}
        />
        <Field
          name="minProposals"
          kind="number"
          short
          label={t('rules.fewest')}
          fallback={base.minProposals}
        />
        <Field name="bidDays" kind="number" short label={t('rules.days')} fallback={base.bidDays} />
        <Field
          name="objectionDays"
          kind="number"
          short
          optional={objection !== null}
          label={t('rules.objection')}
          hint={objection ? t('rules.objection.by-law', { n: objection.value }) : undefined}
          fallback={objection ? '' : base.objectionDays}
        />
        <Field
          name="placeId"
          kind="select"
          optional
          label={t('rules.for')}
          fallback={base.placeId ?? ''}
          options={[
            { value: '', label: t('rules.for.all') },
            ...places.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Choices
          name="offered"
          legend={t('rules.on')}
          options={answers}
          fallback={base.offered ? 'yes' : 'no'}
        />
        <Choices
          name="finalOffers"
          legend={t('rules.finals')}
          hint={t('rules.finals.hint')}
          options={answers}
          fallback={base.finalOffers ? 'yes' : 'no'}
        />
        <Field name="from" kind="date" label={t('rules.from')} fallback={today} />
        <Field name="basis" label={t('rules.basis')} fallback={base.basis} />
        <Field name="ground" kind="long" rows={2} label={t('rules.ground')} />
      </Form>
    </Page>
  )
}
