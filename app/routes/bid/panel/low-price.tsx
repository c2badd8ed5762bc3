import { useLoaderData } from '@remix-run/react'
import { LowPriceFigures } from '#app/components/bid/low-price-figures.tsx'
import { Masked } from '#app/components/bid/masked.tsx'
import { BudgetSheet } from '#app/components/bid/proposal-facts.tsx'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { lowPriceForm } from '#domain/buy/evaluation/forms.ts'
import { voteLowPrice } from '#domain/buy/evaluation/qualify.ts'
import { readQualification } from '#domain/buy/evaluation/read-proposals.ts'

export const handle = titled('panel.step.low-price')
export const loader = pageLoader((ctx, { tenderId }) => readQualification(ctx, tenderId!))
export const action = formAction({
  form: lowPriceForm,
  run: (ctx, input, { tenderId }) => voteLowPrice(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/panel/${id}`,
})

type Asked = Awaited<ReturnType<typeof readQualification>>['proposals'][number]
/** What the bidder says, beside the price it is about. */
const Explained = ({ callId, p: { id, said } }: { callId: string; p: Asked }) => {
  const t = useT()
  const f = useFormat()
  if (!said) return null
  if (said.waits)
    return <Note kind="wait">{t('panel.low-price.waits', { at: f.dateTime(said.dueAt.getTime() - 1) })}</Note>
  if (!said.words) return <Note kind="late">{t('panel.low-price.silent')}</Note>
  return (
    <Note>
      <b>{t('panel.low-price.said')}</b>
      <p>
        <Masked runs={said.words} />
      </p>
      {said.withFile ? <a href={`/panel/${callId}/explanations/${id}`}>{t('panel.low-price.file')}</a> : null}
    </Note>
  )
}

export default function LowPrice() {
  const t = useT()
  const f = useFormat()
  const alias = useAlias()
  const { call, proposals, votes, settled } = useLoaderData<typeof loader>()
  const asked = proposals.filter((p) => p.tests.length > 0)
  const waits = asked.some((p) => p.said?.waits)
  const mine = (id: string) => votes.find((v) => v.proposalId === id && v.about === 'low_price')
  return (
    <Page
      narrow
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.low-price')}
      lead={t('panel.low-price.lead')}
    >
      {settled.low_price ? <Note kind="done">{t('panel.settled')}</Note> : null}
      <Form
        submit={settled.low_price || waits ? undefined : t('panel.low-price.do')}
        hidden={Object.fromEntries(asked.map((p, at) => [`votes[${at}].proposalId`, p.id]))}
      >
        {asked.map((p, at) => (
          <Section key={p.id} title={alias(p.alias)}>
            <p>{t('panel.low-price.price', { price: f.money(p.price!), ceiling: f.money(p.ceiling) })}</p>
            <LowPriceFigures figures={p.figures} />
            <Explained callId={call.id} p={p} />
            <BudgetSheet p={p} />
            <Choices
              name={`votes[${at}].passes`}
              legend={t('panel.low-price.ask')}
              fallback={mine(p.id) ? (mine(p.id)!.passes ? 'yes' : 'no') : []}
              options={[
                { value: 'yes', label: t('panel.low-price.yes') },
                { value: 'no', label: t('panel.low-price.no') },
              ]}
            />
            <Field
              name={`votes[${at}].words`}
              kind="long"
              rows={2}
              label={t('panel.low-price.words')}
              fallback={mine(p.id)?.words}
            />
          </Section>
        ))}
      </Form>
    </Page>
  )
}
