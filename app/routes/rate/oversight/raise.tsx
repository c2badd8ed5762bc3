import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { raiseForm } from '#domain/rate/oversight/forms.ts'
import { raisePage } from '#domain/rate/oversight/oversight-page.ts'
import { raiseOversight } from '#domain/rate/oversight/raise-oversight.ts'

export const handle = titled('oversight.raise.title')
export const loader = pageLoader((ctx, { matter, matterId }) => raisePage(ctx, matter!, matterId!))
export const action = formAction({
  form: raiseForm,
  run: async (ctx, said, { matter, matterId }) => {
    const { kind } = await raisePage(ctx, matter!, matterId!)
    return raiseOversight(ctx, { ...said, matter: kind, matterId: matterId! })
  },
  goTo: ({ id }) => `/desk/oversight/${id}`,
})

export default function RaiseOversight() {
  const t = useT()
  const f = useFormat()
  const { kind, title, at, amount, href } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/oversight?matter=${kind}`, label: t('oversight.title') }}
      eyebrow={t(`oversight.matter.${kind}`)}
      title={t('oversight.raise.title')}
      lead={t('oversight.raise.lead')}
    >
      <Facts
        facts={[
          { term: t('oversight.matter'), text: href ? <a href={href}>{title}</a> : title },
          { term: t('oversight.when'), text: f.day(at) },
          ...(amount === null ? [] : [{ term: t('oversight.amount'), text: <Money fen={amount} /> }]),
        ]}
      />
      <Form submit={t('oversight.raise.submit')}>
        <Field name="words" kind="long" label={t('oversight.words')} hint={t('oversight.words.hint')} />
      </Form>
    </Page>
  )
}
