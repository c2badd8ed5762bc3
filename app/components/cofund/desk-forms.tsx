import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

type Part = { id: string; title: string; contract: string }
/** 开立共建需求. */
export const OpenPotForm = ({ parts }: { parts: readonly Part[] }) => {
  const t = useT()
  const options = parts.map(({ id, title, contract }) => ({ value: id, label: `${contract} · ${title}` }))
  return (
    <Section title={t('cofund.open.title')}>
      {parts.length === 0 ? (
        <p className="quiet">{t('cofund.open.none')}</p>
      ) : (
        <Form name="open" submit={t('cofund.open.do')}>
          <Field name="milestoneId" kind="select" label={t('cofund.open.part')} options={options} />
          <Field name="title" label={t('cofund.open.name')} hint={t('cofund.open.name.hint')} />
          <Field
            name="purpose"
            kind="long"
            rows={3}
            label={t('cofund.open.purpose')}
            hint={t('cofund.open.purpose.hint')}
          />
          <Field name="wanted" kind="money" label={t('cofund.open.wanted')} />
          <Choices
            name="appeal"
            legend={t('cofund.open.appeal')}
            fallback="named"
            options={[
              { value: 'named', label: t('cofund.open.named') },
              { value: 'public', label: t('cofund.open.public') },
            ]}
          />
          <Field name="filingNo" label={t('cofund.open.filing')} optional />
          <Field name="platform" label={t('cofund.open.platform')} optional />
          <Field name="platformUrl" label={t('cofund.open.url')} optional />
        </Form>
      )}
    </Section>
  )
}

type Body = { id: string; name: string }
/** 公开募捐资格证书. */
export const CertificateForm = ({ bodies }: { bodies: readonly Body[] }) => {
  const t = useT()
  const options = bodies.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={t('cofund.certificate')}>
      <Form name="certificate" look="second" submit={t('cofund.certificate.do')}>
        <Field name="partyId" kind="select" label={t('cofund.certificate.party')} options={options} />
        <Field name="no" label={t('cofund.certificate.no')} />
        <Field name="from" kind="date" label={t('cofund.certificate.from')} short />
        <Field name="to" kind="date" label={t('cofund.certificate.to')} short />
      </Form>
    </Section>
  )
}

/** 收款账户 of the body whose signer looks. */
export const AccountForm = ({ account }: { account: 'none' | 'asked' | 'ready' }) => {
  const t = useT()
  return (
    <Section title={t('cofund.account')}>
      <p>{t(`cofund.account.${account}`)}</p>
      {account === 'none' ? <Form name="connect" look="second" submit={t('cofund.account.do')} /> : null}
    </Section>
  )
}
