import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { unlockHere, withSeatAlone } from '#app/http/kiosk.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { lockForm, unlockForm } from '#domain/ask/vote/channel-forms.ts'
import { lockKiosk, readUnlock } from '#domain/ask/vote/kiosk/unlock-kiosk.ts'

export const handle = titled('kiosk.unlock.title')
export const loader = pageLoader((ctx) => readUnlock(ctx))
export const action = formActions({
  unlock: oneForm({
    form: unlockForm,
    everyTime: true,
    run: unlockHere,
    goTo: () => '/kiosk',
    headers: withSeatAlone,
  }),
  lock: oneForm({ form: lockForm, run: lockKiosk, goTo: () => '/kiosk/unlock' }),
})

export default function Unlock() {
  const t = useT()
  const f = useFormat()
  const { rounds, kiosks, mayLock } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/desk' }} title={t('kiosk.unlock.title')} lead={t('kiosk.unlock.lead')}>
      {rounds.length === 0 ? (
        <Empty>{t('kiosk.unlock.none')}</Empty>
      ) : (
        <Form name="unlock" submit={t('kiosk.unlock.do')}>
          <Choices
            name="roundId"
            legend={t('kiosk.unlock.round')}
            fallback={rounds[0]!.id}
            options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="spot" label={t('kiosk.unlock.spot')} hint={t('kiosk.unlock.spot.hint')} />
        </Form>
      )}
      {kiosks.length > 0 && mayLock ? (
        <Section title={t('kiosk.standing')}>
          <Form name="lock" look="second" submit={t('kiosk.lock')}>
            <Choices
              name="kioskId"
              legend={t('kiosk.standing')}
              options={kiosks.map(({ id, spot, name, unlockedAt }) => ({
                value: id,
                label: spot,
                note: `${name} · ${t('kiosk.standing.since', { date: f.dateTime(unlockedAt) })}`,
              }))}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
