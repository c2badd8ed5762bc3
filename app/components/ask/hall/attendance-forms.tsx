import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../../choices.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { Section } from '../../page.tsx'
import type { DeskMeeting } from './desk-facts.tsx'

type Props = { page: DeskMeeting }

const Source = ({ page }: Props) => {
  const t = useT()
  return (
    <Choices
      name="source"
      legend={t('meeting.attendance.source')}
      fallback={page.meeting.attendanceSource ?? 'typed'}
      options={(['typed', 'paper'] as const).map((value) => ({
        value,
        label: t(`meeting.attendance.${value}`),
      }))}
    />
  )
}

/** 签到: the whole roll with a box each; whoever has none was absent. */
export const AttendanceForm = ({ page }: Props) => {
  const t = useT()
  const options = page.roll.map((r) => ({ value: r.id, label: `${r.ordinal}. ${r.name}`, note: r.sector }))
  const marked = (channel: 'in_person' | 'remote') =>
    page.roll.filter((r) => r.channel === channel).map((r) => r.id)
  return (
    <Form name="attend" submit={t('meeting.attendance.submit')}>
      <Source page={page} />
      <Choices
        many
        name="present"
        legend={t('meeting.attendance.present')}
        fallback={marked('in_person')}
        options={options}
      />
      <Choices
        many
        name="remote"
        legend={t('meeting.attendance.remote')}
        fallback={marked('remote')}
        options={options}
      />
    </Form>
  )
}

export const CountForm = ({ page }: Props) => {
  const t = useT()
  return (
    <Form name="count" submit={t('meeting.attendance.submit')}>
      <Source page={page} />
      <Field
        name="inPerson"
        kind="number"
        label={t('meeting.attendance.inPerson')}
        fallback={page.meeting.counts?.in_person}
      />
      <Field
        name="remote"
        kind="number"
        label={t('meeting.attendance.remoteCount')}
        fallback={page.meeting.counts?.remote ?? 0}
      />
    </Form>
  )
}

/** 委托: one at a time, with who is in the room to choose from. */
export const ProxyForm = ({ page }: Props) => {
  const t = useT()
  const { roll } = page
  const named = (list: typeof roll) => list.map((r) => ({ value: r.id, label: `${r.ordinal}. ${r.name}` }))
  return (
    <Section title={t('meeting.proxy.title')}>
      <ul>
        {roll
          .filter((r) => r.channel === 'proxy')
          .map((r) => (
            <li key={r.id}>
              {t('meeting.proxy.of', {
                member: r.name,
                holder: roll.find((h) => h.id === r.holderId)?.name ?? '',
              })}
            </li>
          ))}
      </ul>
      <Form name="proxy" look="second" submit={t('meeting.proxy.submit')}>
        <Field
          name="memberId"
          kind="select"
          label={t('meeting.proxy.absent')}
          options={named(roll.filter((r) => r.channel === null))}
        />
        <Field
          name="holderId"
          kind="select"
          label={t('meeting.proxy.holder')}
          options={named(roll.filter((r) => r.channel === 'in_person'))}
        />
      </Form>
    </Section>
  )
}

export const HoldForm = () => {
  const t = useT()
  return (
    <Section title={t('meeting.hold.title')}>
      <p className="quiet">{t('meeting.hold.lead')}</p>
      <Form name="hold" look="second" submit={t('meeting.hold.submit')} />
    </Section>
  )
}
