import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { CheckAnswers } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { submitForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'

export const handle = titled('bid.check')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: submitForm,
  run: (ctx, input, { tenderId }) => submitProposal(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal/receipt`,
})

const Answers = ({ own: { call, supplier, body, team } }: { own: Own }) => {
  const t = useT()
  const path = `/tenders/${call.id}/proposal`
  const parts = call.criteria.filter((c) => body.plan[c.code])
  return (
    <CheckAnswers
      facts={[
        { term: t('bid.organisation.name'), text: supplier.name, change: `${path}/organisation` },
        {
          term: t('bid.organisation.contact'),
          text: body.organisation?.contact ?? t('bid.todo'),
          change: `${path}/organisation`,
        },
        {
          term: t('bid.section.team'),
          text: team.map((m) => m.name).join('、') || t('bid.todo'),
          change: `${path}/team`,
        },
        ...parts.map((c) => ({ term: c.name, text: body.plan[c.code]!, change: `${path}/plan/${c.code}` })),
        {
          term: t('bid.budget.price'),
          text: body.budget ? <Money fen={body.budget.price} /> : t('bid.todo'),
          change: `${path}/budget`,
        },
        {
          term: t('bid.section.indicators'),
          text: body.indicators?.map((i) => `${i.name} ${i.promised} ${i.unit}`).join('；') ?? t('bid.todo'),
          change: `${path}/indicators`,
        },
        {
          term: t('bid.section.attachments'),
          text: body.attachments.map((a) => a.name).join('、') || t('bid.attachments.none'),
          change: `${path}/attachments`,
        },
        {
          term: t('bid.section.integrity'),
          text: t(body.integrity ? 'bid.done' : 'bid.todo'),
          change: `${path}/integrity`,
        },
      ]}
    />
  )
}

export default function Check() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const lines = own.body.budget?.lines ?? []
  return (
    <ProposalPage own={own} title={t('bid.check')} lead={t('bid.check.lead')}>
      {own.missing.length > 0 ? (
        <Note kind="wait">
          {t('bid.check.missing', { list: own.missing.map((s) => t(`bid.section.${s}`)).join('、') })}
        </Note>
      ) : null}
      <Answers own={own} />
      {own.body.budget ? (
        <Table
          caption={t('bid.budget.lines')}
          columns={[
            { head: t('bid.budget.label') },
            { head: t('bid.budget.kind') },
            { head: t('bid.budget.amount'), money: true },
          ]}
          rows={[
            ...lines.map((l, at) => ({
              key: String(at),
              cells: [l.label, t(`bid.kind.${l.kind}`), <Money key="m" fen={l.amount} />],
            })),
            {
              key: 'sum',
              sum: true,
              cells: [t('bid.budget.sum'), '', <Money key="m" fen={own.body.budget.price} />],
            },
          ]}
        />
      ) : null}
      <Form submit={t('bid.submit')}>
        <Choices
          name="keepDraft"
          legend={t('bid.keep')}
          hint={t('bid.keep.hint')}
          fallback="no"
          options={[
            { value: 'no', label: t('bid.keep.no'), note: t('bid.keep.no.note') },
            { value: 'yes', label: t('bid.keep.yes'), note: t('bid.keep.yes.note') },
          ]}
        />
        <p className="quiet mt-4">{t('bid.submit.text', { at: f.dateTime(own.call.deadline) })}</p>
      </Form>
    </ProposalPage>
  )
}
