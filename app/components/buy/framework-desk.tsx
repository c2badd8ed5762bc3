import { useT } from '#app/i18n/use-t.ts'
import type { frameworkDesk } from '#domain/buy/framework/framework-page.ts'
import { Card, FormDetails } from '../card.tsx'
import { Choices, Tick } from '../choices.tsx'
import { Countdown } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'
import { FrameworkFields } from './framework-fields.tsx'

type Shown = Awaited<ReturnType<typeof frameworkDesk>>
/** One body that asked to join: its words, its clock, what it did, and the buyer's answer. */
export const OneProvider = ({ one, decides }: { one: Shown['providers'][number]; decides: boolean }) => {
  const t = useT()
  const ways = { applied: ['admit', 'decline'], admitted: ['end'], signed: ['end'] } as const
  const open = one.state in ways ? ways[one.state as keyof typeof ways] : []
  return (
    <Card title={one.name}>
      <Tag kind={one.state === 'signed' ? 'done' : 'wait'}>{t(`provider.state.${one.state}`)}</Tag>
      <p>{one.words}</p>
      {one.clock ? <Countdown clock={one.clock} /> : null}
      <p className="quiet">
        {t('framework.done.n', { n: one.done.n })} <Money fen={one.done.total} />
      </p>
      {decides && open.length > 0 ? (
        <FormDetails form="decide" summary={t('framework.decide')} open={one.state === 'applied'}>
          <Form name="decide" submit={t('framework.decide.do')} hidden={{ providerId: one.id }}>
            <Choices
              name="how"
              legend={t('framework.decide')}
              options={open.map((value) => ({ value, label: t(`framework.decide.${value}`) }))}
            />
            <Field name="reason" kind="long" rows={2} optional label={t('framework.decide.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </Card>
  )
}

/** What the buyer's people may do with an agreement now. */
export const FrameworkActs = ({ framework, items, may }: Pick<Shown, 'framework' | 'items' | 'may'>) => {
  const t = useT()
  return (
    <>
      {may.publish ? (
        <Section title={t('framework.publish')}>
          <Form name="publish" submit={t('framework.publish.do')}>
            <Tick name="read">{t('framework.publish.read')}</Tick>
          </Form>
        </Section>
      ) : null}
      {may.edit ? (
        <FormDetails form="edit" summary={t('framework.edit')}>
          <Form name="edit" submit={t('framework.save')}>
            <FrameworkFields title={framework.title} was={framework} items={items} />
          </Form>
        </FormDetails>
      ) : null}
      {may.close ? (
        <FormDetails form="close" summary={t('framework.close')}>
          <Form name="close" look="danger" submit={t('framework.close.do')}>
            <Field name="reason" kind="long" rows={2} label={t('framework.close.reason')} />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}
