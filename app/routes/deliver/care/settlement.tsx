import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { careReasonForm, emptyForm } from '#domain/deliver/care/forms.ts'
import { checkSettlement, returnSettlement } from '#domain/deliver/care/settle-month.ts'
import { settlementPage } from '#domain/deliver/care/settlement-page.ts'

export const handle = titled<{ claim: { refNo: string } }>((t, { claim }) =>
  t('settlement.one', { no: claim.refNo }),
)
export const loader = pageLoader((ctx, { settlementId }) => settlementPage(ctx, settlementId!))
const goTo = ({ id }: { id: string }) => `/desk/care/settlements/${id}`
export const action = formActions({
  check: oneForm({
    form: emptyForm,
    run: (ctx, _, p) => checkSettlement(ctx, { settlementId: p.settlementId! }),
    goTo,
  }),
  return: oneForm({
    form: careReasonForm,
    run: (ctx, input, p) => returnSettlement(ctx, { ...input, settlementId: p.settlementId! }),
    goTo,
  }),
})
const kinds = { claimed: 'wait', checked: 'done', returned: 'late' } as const

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Lines = ({ lines, amount }: { lines: Shown['lines']; amount: number }) => {
  const t = useT()
  const f = useFormat()
  const sum = {
    key: 'sum',
    sum: true,
    cells: [t('settlement.sum'), '', '', '', <Money key="m" fen={amount} />],
  }
  return (
    <Table
      caption={t('settlement.lines')}
      captionHidden
      columns={[
        { head: t('settlement.order') },
        { head: t('settlement.item') },
        { head: t('settlement.on') },
        { head: t('settlement.via') },
        { head: t('settlement.amount'), money: true },
      ]}
      rows={[
        ...lines.map((line) => ({
          key: line.refNo,
          cells: [
            line.refNo,
            `${line.item} ${line.quantity} ${line.unit}`,
            line.on ? f.shortDate(line.on) : '',
            line.via ? t(`visit.via.${line.via}`) : '',
            <Money key="m" fen={line.amount} />,
          ],
        })),
        sum,
      ]}
    />
  )
}

export default function Settlement() {
  const t = useT()
  const f = useFormat()
  const { claim, framework, lines, may } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/care/settlements', label: t('settlement.title') }}
      eyebrow={framework}
      title={t('settlement.one', { no: claim.refNo })}
      lead={<Tag kind={kinds[claim.state]}>{t(`settlement.state.${claim.state}`)}</Tag>}
    >
      {claim.reason ? <Note kind="late">{t('care.reason', { reason: claim.reason })}</Note> : null}
      <Facts
        facts={[
          { term: t('settlement.month'), text: claim.month },
          { term: t('settlement.supplier'), text: claim.supplier },
          { term: t('settlement.visits'), text: f.number(claim.visits) },
          { term: t('settlement.people'), text: f.number(claim.people) },
          {
            term: t('settlement.hours'),
            text: t('settlement.hours.say', { n: f.number(claim.minutes / 60) }),
          },
          { term: t('settlement.amount'), text: <Money fen={claim.amount} /> },
        ]}
      />
      {may.check ? (
        <Form name="check" submit={t('settlement.check')}>
          <p className="quiet">{t('settlement.check.hint')}</p>
        </Form>
      ) : null}
      {may.return ? (
        <FormDetails form="return" summary={t('settlement.return')}>
          <Form name="return" look="second" submit={t('settlement.return')}>
            <Field name="reason" kind="long" rows={2} label={t('settlement.return.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      <Section title={t('settlement.lines')}>
        <Lines lines={lines} amount={claim.amount} />
      </Section>
    </Page>
  )
}
