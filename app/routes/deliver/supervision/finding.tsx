import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { FindingTag } from '#app/components/deliver/finding-links.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { findingPage } from '#domain/deliver/supervision/finding-page.ts'
import { closingForm, orderForm, proofForm } from '#domain/deliver/supervision/forms.ts'
import {
  closeFinding,
  escalateFinding,
  giveProof,
  orderFix,
  reorderFix,
} from '#domain/deliver/supervision/take-finding.ts'

export const handle = titled('finding.title')
export const loader = pageLoader((ctx, { findingId }) => findingPage(ctx, findingId!))

const on = formsOf(
  ({ findingId = '' }) => ({ findingId }),
  ({ id }: { id: string }) => `/desk/findings/${id}`,
)
export const action = formActions({
  order: on(orderForm, (ctx, { freezes, findingId }) =>
    orderFix(ctx, { findingId, freezes: freezes === 'yes' }),
  ),
  prove: on(proofForm, giveProof),
  close: on(closingForm, closeFinding),
  reorder: on(closingForm, reorderFix),
  escalate: on(closingForm, escalateFinding),
})

export default function FindingFile() {
  const t = useT()
  const f = useFormat()
  const one = useLoaderData<typeof loader>()
  const said = {
    close: 'finding.closing',
    reorder: 'finding.reorder.words',
    escalate: 'finding.escalate.words',
  } as const
  return (
    <Page
      narrow
      back={{ to: `/work/${one.contractId}`, label: one.title }}
      title={t('finding.one')}
      lead={<FindingTag state={one.state} />}
    >
      {one.holds ? <Note kind="late">{t('finding.holds')}</Note> : null}
      <Facts
        facts={[
          ...(one.kind === 'transfer' ? [{ term: t('finding.kind'), text: t('finding.kind.transfer') }] : []),
          { term: t('finding.words'), text: one.words },
          {
            term: t('finding.by'),
            text: t('wait.who', { body: one.raisedBy, role: t(`role.${one.raisedRole}`) }),
          },
          { term: t('finding.raised'), text: f.date(one.createdAt) },
          { term: t('contract.supplier'), text: one.supplier },
          ...(one.dueAt ? [{ term: t('finding.due'), text: f.date(one.dueAt.getTime() - 1) }] : []),
          ...(one.proof ? [{ term: t('finding.proof'), text: one.proof }] : []),
          ...(one.closing ? [{ term: t('finding.closing'), text: one.closing }] : []),
        ]}
      />
      {one.moves.map((move) => (
        <Section key={move} title={t(`finding.${move}.title`)}>
          <Form
            name={move}
            submit={t(`finding.${move}.submit`)}
            look={move === 'close' || move === 'prove' || move === 'order' ? 'first' : 'second'}
          >
            {move === 'order' && one.mayFreeze ? (
              <Tick name="freezes">{t('finding.freeze.tick')}</Tick>
            ) : null}
            {move === 'prove' ? (
              <Field name="proof" kind="long" label={t('finding.proof')} hint={t('finding.proof.hint')} />
            ) : null}
            {move === 'close' || move === 'reorder' || move === 'escalate' ? (
              <Field name="closing" kind="long" label={t(said[move])} />
            ) : null}
          </Form>
        </Section>
      ))}
    </Page>
  )
}
