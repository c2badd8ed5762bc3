import { useT } from '#app/i18n/use-t.ts'
import type { petitionActs, readPetition } from '#domain/ask/suggestion/petition/read-petition.ts'
import { FormDetails } from '../card.tsx'
import { Countdown } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

type Read = NonNullable<Awaited<ReturnType<typeof readPetition>>>
type Acts = Awaited<ReturnType<typeof petitionActs>>

/** 信访事项: where it stands, and each of its legal days with the article. */
export const PetitionState = ({ petition }: { petition: Read | null }) => {
  const t = useT()
  const f = useFormat()
  if (!petition) return null
  const { state, office, clocks, reason, extendReason, opinionNo, referredAt } = petition
  return (
    <Section title={t('petition.title')} aside={f.day(referredAt)}>
      <p>{t(`petition.state.${state}`, { office: office ?? '' })}</p>
      {reason ? <p>{t('petition.reason', { reason })}</p> : null}
      {extendReason ? <p>{t('petition.extended', { reason: extendReason })}</p> : null}
      {opinionNo ? <p>{t('petition.opinion', { no: opinionNo })}</p> : null}
      {clocks.map((clock) => (
        <div key={clock.code} className="mt-4">
          <p className="small quiet mb-0">{t(`rules.name.${clock.code as 'XINFANG_FINISH'}`)}</p>
          <Countdown clock={clock} />
        </div>
      ))}
    </Section>
  )
}

/** 转信访: what is a petition goes to the street with the days the law gives it. */
export const PetitionRefer = () => {
  const t = useT()
  return (
    <FormDetails form="petition" summary={t('petition.refer')}>
      <Form name="petition" look="second" submit={t('petition.refer.submit')}>
        <p className="small quiet">{t('petition.refer.hint')}</p>
        <Field name="reason" kind="long" rows={2} label={t('petition.refer.reason')} />
      </Form>
    </FormDetails>
  )
}

const Reply = () => {
  const t = useT()
  return <Field name="reply" kind="long" label={t('petition.reply')} hint={t('petition.reply.hint')} />
}

const Reason = () => {
  const t = useT()
  return <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
}

/** Taking a petition up or not, and giving back what is another's. */
const Take = ({ sendsBack }: Pick<Acts, 'sendsBack'>) => {
  const t = useT()
  return (
    <>
      <Section title={t('petition.accept')}>
        <Form name="petition-accept" submit={t('petition.accept')}>
          <Field name="office" label={t('petition.office')} hint={t('petition.office.hint')} />
        </Form>
      </Section>
      <FormDetails form="petition-decline" summary={t('petition.decline')}>
        <Form name="petition-decline" look="second" submit={t('petition.decline.submit')}>
          <Reply />
        </Form>
      </FormDetails>
      {sendsBack ? (
        <FormDetails form="petition-back" summary={t('petition.back')}>
          <Form name="petition-back" look="second" submit={t('petition.back.submit')}>
            <Reason />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}

/** The acts of the street's handler on a petition, as it stands. */
export const PetitionActs = ({ acts }: { acts: Acts }) => {
  const t = useT()
  if (acts.takes) return <Take sendsBack={acts.sendsBack} />
  if (!acts.ends) return null
  return (
    <>
      <Section title={t('petition.finish')}>
        <Form name="petition-finish" submit={t('petition.finish')}>
          <Field name="opinionNo" label={t('petition.opinion-no')} hint={t('petition.opinion-no.hint')} />
          <Reply />
        </Form>
      </Section>
      {acts.extends ? (
        <FormDetails form="petition-extend" summary={t('petition.extend')}>
          <Form name="petition-extend" look="second" submit={t('petition.extend.submit')}>
            <Reason />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
