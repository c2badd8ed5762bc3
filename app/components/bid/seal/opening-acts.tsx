import { useT } from '#app/i18n/use-t.ts'
import type { UnsealDesk } from '#domain/buy/seal/read-unseal.ts'
import { FormDetails, Note } from '../../card.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import { TwoWords } from './two-words.tsx'

type Desk = { desk: UnsealDesk }

const Own = () => {
  const t = useT()
  return <Field name="passphrase" kind="password" label={t('share.passphrase')} autoComplete="off" />
}

/** One of the two hands over his share, or goes on with the one that was handed over. */
const Apart = ({ desk: { lent, mine, minutes } }: Desk) => {
  const t = useT()
  const f = useFormat()
  if (lent && lent.id !== mine)
    return (
      <Section title={t('unseal.join')}>
        <Form name="join" submit={t('unseal.join.submit')}>
          <p>{t('unseal.join.say', { name: lent.name })}</p>
          <Own />
        </Form>
      </Section>
    )
  return (
    <Section title={t('unseal.lend')}>
      {lent ? (
        <Note kind="wait">{t('unseal.lent', { name: lent.name, at: f.dateTime(lent.at), n: minutes })}</Note>
      ) : null}
      <Form name="lend" look="second" submit={t('unseal.lend.submit')}>
        <p>{t('unseal.lend.say', { n: minutes })}</p>
        <Own />
      </Form>
    </Section>
  )
}

/** 开启 in one place or in two; no-one sees here whether there is anything to open. */
export const AskForShares = ({ desk }: Desk) => {
  const t = useT()
  const { due, call, keepers, mine } = desk
  return (
    <>
      <Note>
        {t('unseal.step', { envelope: t(`seal.share.envelope.${due!}`) })}
        {due === 'price' ? null : <span className="block">{t('unseal.few', { n: call.minProposals })}</span>}
      </Note>
      <Section title={t('unseal.here')}>
        <Form name="here" submit={t('unseal.here.submit')}>
          <p>{t('unseal.here.say')}</p>
          <TwoWords keepers={keepers} first={mine} />
        </Form>
      </Section>
      <Apart desk={desk} />
    </>
  )
}

/** 签字 of those who opened, and opening everything once more. */
export const Signing = ({ desk: { keepers, mine, records } }: Desk) => {
  const t = useT()
  const f = useFormat()
  const latest = records[records.length - 1]!
  const opened = keepers.filter((k) => k.openedAt)
  const waits = opened.some((k) => k.id === mine && !k.signedAt)
  return (
    <Section title={t('unseal.sign')}>
      <ul>
        {opened.map((k) => (
          <li key={k.id}>
            {k.signedAt
              ? t('unseal.signed', { name: k.name, at: f.dateTime(k.signedAt) })
              : t('unseal.unsigned', { name: k.name })}
          </li>
        ))}
      </ul>
      {waits ? (
        <Form name="sign" submit={t('unseal.sign.submit')} hidden={{ hash: latest.hash }}>
          <p>{t('unseal.sign.say')}</p>
        </Form>
      ) : null}
      {mine ? (
        <FormDetails form="recheck" summary={t('unseal.recheck')}>
          <Form
            name="recheck"
            look="second"
            submit={t('unseal.recheck.submit')}
            hidden={{ envelope: latest.envelope }}
          >
            <p>{t('unseal.recheck.say')}</p>
            <TwoWords keepers={keepers} first={mine} />
          </Form>
        </FormDetails>
      ) : null}
    </Section>
  )
}
