import { ButtonLink } from '#app/components/button.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/page.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readDeskRound } from '#domain/ask/vote/read-round.ts'

type Data = Awaited<ReturnType<typeof readDeskRound>>

/** One act, with what it means said before the button. */
const Press = ({ name }: { name: 'seal' | 'draw_lot' | 'witness' | 'announce' }) => {
  const t = useT()
  return (
    <Section plain title={t(`round.act.${name}`)}>
      <Form name={name} submit={t(`round.act.${name}`)}>
        <p>{t(`round.act.${name}.say`)}</p>
      </Form>
    </Section>
  )
}

/** What whoever looks may do to this round now. */
export const RoundActs = ({ round, can, claims, settles, file }: Data) => {
  const t = useT()
  const { phase } = round
  const live = phase !== 'announced' && phase !== 'void'
  return (
    <>
      {phase === 'void' ? (
        <Note kind="late">{t('round.void.why', { reason: round.voidReason ?? '' })}</Note>
      ) : null}
      {phase === 'void' && can.change ? (
        <p>
          {file ? (
            <ButtonLink to="/desk/rounds/import">{t('pb.link')}</ButtonLink>
          ) : (
            <ButtonLink to={`/desk/rounds/new?rerun=${round.id}`}>{t('round.act.rerun')}</ButtonLink>
          )}
        </p>
      ) : null}
      {phase === 'draft' && can.seal ? <Press name="seal" /> : null}
      {claims > 0 && settles ? (
        <Note kind="late">
          <a href={`/desk/rounds/${round.id}/claims`}>{t('desk.round.claims')}</a>
        </Note>
      ) : null}
      {phase === 'waiting' && can.unseal ? (
        <FormDetails form="unseal" summary={t('round.act.unseal')}>
          <Form name="unseal" submit={t('round.act.unseal')} look="second">
            <p>{t('round.act.unseal.say')}</p>
            <Field name="reason" kind="long" label={t('round.unseal.reason')} hint={t('round.void.hint')} />
          </Form>
        </FormDetails>
      ) : null}
      {phase === 'closed' && can.draw_lot && round.tieOrder === 'lot' && !round.lotSeed ? (
        <Press name="draw_lot" />
      ) : null}
      {phase === 'closed' && can.witness && !round.witnessed ? <Press name="witness" /> : null}
      {phase === 'closed' && can.count ? (
        <Section plain title={t('round.act.count')}>
          <p>{t('round.act.count.say')}</p>
          <ButtonLink to={`/desk/rounds/${round.id}/count`}>{t('key.to-count')}</ButtonLink>
        </Section>
      ) : null}
      {phase === 'counted' && can.announce ? <Press name="announce" /> : null}
      {live && can.void ? (
        <FormDetails form="void" summary={t('round.act.void')}>
          <Form name="void" submit={t('round.act.void')} look="danger">
            <Field name="reason" kind="long" label={t('round.void.reason')} hint={t('round.void.hint')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
