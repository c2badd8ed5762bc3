import { useLoaderData } from '@remix-run/react'
import { Card, FormDetails } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { HandoverKinds, HandoverMatters, SharesKept } from '#app/components/who/handover-matters.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { receiveHandoverForm, returnHandoverForm } from '#domain/open/handover/forms.ts'
import { handoverPage } from '#domain/open/handover/handover-page.ts'
import { receiveHandover, returnHandover } from '#domain/open/handover/receive-handover.ts'

export const handle = titled('handover.title')
export const loader = pageLoader((ctx, { handoverId }) => handoverPage(ctx, handoverId!))

const goTo = ({ id }: { id: string }) => `/desk/handovers/${id}`
export const action = formActions({
  receive: oneForm({
    form: receiveHandoverForm,
    run: (ctx, _, { handoverId }) => receiveHandover(ctx, { handoverId: handoverId! }),
    goTo,
  }),
  return: oneForm({
    form: returnHandoverForm,
    run: (ctx, said, { handoverId }) => returnHandover(ctx, { ...said, handoverId: handoverId! }),
    goTo,
  }),
})

const looks = { signed: 'wait', received: 'done', returned: 'late' } as const

const Acts = ({ acts }: { acts: readonly string[] }) => {
  const t = useT()
  if (acts.length === 0) return null
  return (
    <>
      <Card board title={t('handover.receive')}>
        <p>{t('handover.receive.says')}</p>
        <Form name="receive" submit={t('handover.receive.submit')}>
          <Tick name="checked">{t('handover.checked')}</Tick>
        </Form>
      </Card>
      <FormDetails form="return" summary={t('handover.return')}>
        <Form name="return" submit={t('handover.return.submit')} look="danger">
          <Field name="words" kind="long" rows={3} label={t('handover.wanting')} />
        </Form>
      </FormDetails>
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
/** Who, to whom, when, and what was said with it. */
function useFacts(one: Shown) {
  const t = useT()
  const f = useFormat()
  const body = (useLang() === 'en' && one.partyEn) || one.party
  const told = (term: string, text: string | null) => (text ? [{ term, text }] : [])
  const on = (at: Date | null) => at && f.dateTime(at)
  const signedFor =
    one.signedFor && t('handover.signed-for.says', { name: one.signedFor, ground: one.ground ?? '' })
  return [
    ...told(t('handover.post'), t('wait.who', { body, role: t(`role.${one.role}`) })),
    ...told(t('handover.from'), one.from),
    ...told(t('handover.taker'), one.to),
    ...told(t('handover.signed-at'), on(one.signedAt)),
    ...told(t('handover.signed-for'), signedFor),
    ...told(t('handover.words'), one.words),
    ...told(t('handover.received-at'), on(one.receivedAt)),
    ...told(t('handover.returned-at'), on(one.returnedAt)),
    ...told(t('handover.wanting'), one.returnWords),
    { term: t('handover.hash'), text: <span className="hash">{one.hash}</span> },
  ]
}

export default function Handover() {
  const t = useT()
  const f = useFormat()
  const one = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={one.refNo}
      title={t('handover.title')}
      lead={<Tag kind={looks[one.state]}>{t(`handover.state.${one.state}`)}</Tag>}
    >
      <Facts facts={useFacts(one)} />
      <Section title={t('handover.matters.at-signing')} aside={f.number(one.n)}>
        {one.matters.length > 0 ? <HandoverMatters matters={one.matters} /> : null}
        <SharesKept matters={[...one.matters, ...one.kinds]} />
        {one.kinds.length > 0 ? <HandoverKinds kinds={one.kinds} /> : null}
      </Section>
      <Acts acts={one.acts} />
    </Page>
  )
}
