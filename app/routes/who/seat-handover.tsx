import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { HandoverKinds, HandoverMatters, SharesKept } from '#app/components/who/handover-matters.tsx'
import { formActions, formsOf, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { signForLeaverForm, signHandoverForm } from '#domain/open/handover/forms.ts'
import { seatHandoverPage } from '#domain/open/handover/handover-page.ts'
import { signForLeaver, signHandover } from '#domain/open/handover/sign-handover.ts'
import { withdrawSeat } from '#domain/open/handover/withdraw-seat.ts'
import { groundForm } from '#domain/who/seat/forms.ts'

export const handle = titled('handover.title')
export const loader = pageLoader((ctx, { seatId }) => seatHandoverPage(ctx, seatId!))

const on = formsOf(
  ({ seatId = '' }) => ({ seatId }),
  ({ id }: { id: string }) => `/desk/handovers/${id}`,
)
export const action = formActions({
  sign: on(signHandoverForm, signHandover),
  sign_for: on(signForLeaverForm, signForLeaver),
  withdraw: oneForm({
    form: groundForm,
    run: (ctx, { ground }, { seatId = '' }) => withdrawSeat(ctx, { seatId, ground }),
    goTo: () => '/desk/seats',
  }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const SignForm = ({ own, seen, successors }: Pick<Shown, 'own' | 'seen' | 'successors'>) => {
  const t = useT()
  const act = own ? 'sign' : 'sign_for'
  if (successors.length === 0) return <Note kind="wait">{t('handover.no-successor')}</Note>
  return (
    <Form name={act} hidden={{ seen }} submit={t(`handover.${act}`)}>
      {own ? null : <p>{t('handover.sign_for.says')}</p>}
      <Field
        name="toId"
        kind="select"
        label={t('handover.to')}
        hint={t('handover.to.hint')}
        options={successors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field name="words" kind="long" rows={4} label={t('handover.words')} hint={t('handover.words.hint')} />
      {own ? null : <Field name="ground" kind="text" label={t('handover.ground')} />}
    </Form>
  )
}

/** 免职: offered once nothing of the post would be left to nobody. */
const Withdraw = ({ mayWithdraw, blocked, n, post }: Shown) => {
  const t = useT()
  if (!mayWithdraw) return null
  if (blocked) return <Note kind="wait">{t('handover.first', { n })}</Note>
  return (
    <FormDetails form="withdraw" summary={t('seats.withdraw')}>
      <p>{t('seats.withdraw.title', { name: post.name, role: t(`role.${post.role}`) })}</p>
      <Form name="withdraw" submit={t('seats.withdraw')} look="danger">
        <Field name="ground" kind="text" label={t('seats.ground')} />
      </Form>
    </FormDetails>
  )
}

export default function SeatHandover() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { role, name, from, to, ground } = page.post
  const party = (useLang() === 'en' && page.post.partyEn) || page.post.party
  const days = t('me.seat.say', { from, to: to ?? t('seats.still'), ground })
  return (
    <Page
      narrow
      back={{ to: page.own ? '/me' : '/desk/seats' }}
      title={t('handover.title')}
      lead={t('handover.lead', { party, role: t(`role.${role}`), name })}
    >
      <Facts facts={[{ term: t('handover.seat'), text: days }]} />
      {page.earlier.length > 0 ? (
        <Section title={t('handover.earlier')}>
          <Links
            links={page.earlier.map(({ id, refNo, state, signedAt }) => ({
              to: `/desk/handovers/${id}`,
              label: `${refNo} · ${f.day(signedAt)} · ${t(`handover.state.${state}`)}`,
            }))}
          />
        </Section>
      ) : null}
      <Section title={t('handover.matters')} aside={page.n > 0 ? f.number(page.n) : undefined}>
        {page.n === 0 ? <p className="quiet">{t('handover.matters.none')}</p> : null}
        {page.matters.length > 0 ? <HandoverMatters matters={page.matters} /> : null}
        <SharesKept matters={[...page.matters, ...page.kinds]} />
        {page.kinds.length > 0 ? <HandoverKinds kinds={page.kinds} /> : null}
      </Section>
      {page.open ? (
        <Section title={t(page.own ? 'handover.sign' : 'handover.sign_for')}>
          <SignForm {...page} />
        </Section>
      ) : null}
      <Withdraw {...page} />
    </Page>
  )
}
