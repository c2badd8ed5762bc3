import { useLoaderData } from '@remix-run/react'
import { Card, Empty } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { directPage } from '#domain/buy/plan/direct-page.ts'
import { answerObjectionForm, objectForm } from '#domain/buy/plan/forms.ts'
import { answerObjection, objectDirect } from '#domain/buy/plan/object-direct.ts'

export const handle = titled<{ plan: { title: string } }>((_t, { plan }) => plan.title)
export const loader = pageLoader((ctx, { planId }) => directPage(ctx, planId!))
const goTo = ({ id }: { id: string }) => `/direct-notices/${id}`
export const action = formActions({
  object: oneForm({
    form: objectForm,
    run: (ctx, input, p) => objectDirect(ctx, { ...input, planId: p.planId! }),
    goTo,
  }),
  answer: oneForm({
    form: answerObjectionForm,
    run: (ctx, input, p) => answerObjection(ctx, { ...input, planId: p.planId! }),
    goTo,
  }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Objection = ({ one, answers }: { one: Shown['objections'][number]; answers: boolean }) => {
  const t = useT()
  const said = one.upheld === null ? 'unanswered' : one.upheld ? 'upheld' : 'dismissed'
  return (
    <Card>
      <Tag kind={one.upheld === null ? 'wait' : one.upheld ? 'late' : 'plain'}>{t(`direct.${said}`)}</Tag>
      <p>{one.words}</p>
      {one.answer ? <p className="quiet">{one.answer}</p> : null}
      {answers && one.upheld === null ? (
        <Form name="answer" submit={t('direct.answer.do')} hidden={{ objectionId: one.id }}>
          <Choices
            name="how"
            legend={t('direct.answer.how')}
            options={(['upheld', 'dismissed'] as const).map((value) => ({
              value,
              label: t(`direct.answer.${value}`),
            }))}
          />
          <Field name="answer" kind="long" label={t('direct.answer.words')} />
        </Form>
      ) : null}
    </Card>
  )
}

export default function DirectNotice() {
  const t = useT()
  const f = useFormat()
  const { plan, supplier, ground, words, on, running, clock, objections, may } =
    useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/projects/${plan.id}` }}
      eyebrow={`${t('direct.title')} ${plan.refNo}`}
      title={plan.title}
      lead={t('direct.lead', { buyer: plan.buyer })}
    >
      <Card board>
        <p>{running ? t('direct.until') : t('direct.over')}</p>
        <Countdown clock={clock} />
      </Card>
      <Facts
        facts={[
          { term: t('direct.supplier'), text: supplier },
          { term: t('plan.amount'), text: <Money fen={plan.amount} /> },
          { term: t('direct.ground'), text: `${t(`plan.ground.${ground.id}`)}（${ground.article}）` },
          { term: t('direct.words'), text: words },
          { term: t('direct.title'), text: f.day(on) },
        ]}
      />
      <Section plain title={t('direct.objections')}>
        {objections.length === 0 ? <Empty>{t('direct.objections.none')}</Empty> : null}
        {objections.map((one) => (
          <Objection key={one.id} one={one} answers={may.answer} />
        ))}
      </Section>
      {may.object ? (
        <Section title={t('direct.object')}>
          <Form name="object" submit={t('direct.object.do')}>
            <Field name="words" kind="long" label={t('direct.object.words')} />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
