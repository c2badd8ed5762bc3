import { useT } from '#app/i18n/use-t.ts'
import type { ShareDesk } from '#domain/buy/seal/read-keepers.ts'
import { FormDetails, Note } from '../../card.tsx'
import { Tick } from '../../choices.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'

/** 按季验证, and reporting a share that is gone. */
export const ProveShare = ({ mine, proveBy }: ShareDesk) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('seal.prove')}>
      <p>{mine.provedAt ? t('seal.prove.last', { date: f.date(mine.provedAt) }) : t('seal.prove.never')}</p>
      {proveBy ? <p>{t('seal.prove.due', { date: f.date(proveBy) })}</p> : null}
      {mine.lostAt ? <Note kind="late">{t('seal.report.done', { date: f.date(mine.lostAt) })}</Note> : null}
      <Form name="prove" look="second" submit={t('seal.prove.submit')}>
        <p>{t('seal.prove.say')}</p>
        <Field name="passphrase" kind="password" label={t('share.passphrase')} autoComplete="off" />
      </Form>
      <FormDetails form="lost" summary={t('seal.report')}>
        <Form name="lost" look="danger" submit={t('seal.report.submit')}>
          <p>{t('seal.report.say')}</p>
          <Tick name="sure">{t('seal.report.sure')}</Tick>
        </Form>
      </FormDetails>
    </Section>
  )
}
