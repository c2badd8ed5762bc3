import { useLoaderData } from '@remix-run/react'
import { OwnChallenge } from '#app/components/bid/own-challenge.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { challengeForm, withdrawChallengeForm } from '#domain/buy/challenge/forms.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { submitChallenge, withdrawChallenge } from '#domain/buy/challenge/submit-challenge.ts'

export const handle = titled('challenge.title')
export const loader = pageLoader((ctx, { tenderId }) => readChallenges(ctx, tenderId!))
const goTo = ({ tenderId }: { tenderId: string }) => `/tenders/${tenderId}/challenge`
export const action = formActions({
  raise: oneForm({
    form: challengeForm,
    run: (ctx, input, { tenderId }) => submitChallenge(ctx, { ...input, tenderId: tenderId! }),
    goTo,
  }),
  withdraw: oneForm({
    form: withdrawChallengeForm,
    run: (ctx, input) => withdrawChallenge(ctx, input),
    goTo,
  }),
})

type Read = Awaited<ReturnType<typeof readChallenges>>
const Windows = ({ windows }: Pick<Read, 'windows'>) => {
  const t = useT()
  const f = useFormat()
  if (windows.length === 0) return <p className="quiet">{t('challenge.not-yet')}</p>
  return (
    <Table
      caption={t('challenge.windows')}
      columns={[
        { head: t('challenge.matter') },
        { head: t('challenge.from') },
        { head: t('challenge.last') },
        { head: t('challenge.state') },
      ]}
      rows={windows.map((w) => ({
        key: w.matter,
        cells: [
          t(`challenge.matter.${w.matter}`),
          f.date(w.from),
          w.open ? <Countdown key="c" clock={w.clock} /> : f.date(w.clock.on),
          <Tag key="s" kind={w.open ? 'live' : 'plain'}>
            {t(w.open ? 'challenge.window.open' : 'challenge.window.over')}
          </Tag>,
        ],
      }))}
    />
  )
}

export default function ChallengePage() {
  const t = useT()
  const { call, windows, own, signedIn, reply } = useLoaderData<typeof loader>()
  const term = t(`rules.unit.${reply.unit as 'd'}`, { n: reply.value })
  const usable = windows.filter((w) => w.open && w.signs)
  const busy = own.some((c) => c.state === 'submitted' || c.state === 'admitted')
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('challenge.title')}
      lead={t('challenge.lead')}
    >
      <p className="quiet">{t(call.statute ? 'challenge.law' : 'challenge.reference', { term })}</p>
      <Windows windows={windows} />
      {usable.length > 0 ? null : (
        <Note>
          {t('challenge.who')}{' '}
          {signedIn ? null : (
            <a href={`/sign-in?to=/tenders/${call.id}/challenge`}>{t('challenge.sign-in')}</a>
          )}
        </Note>
      )}
      {own.map((c) => (
        <OwnChallenge key={c.id} challenge={c} tenderId={call.id} />
      ))}
      {usable.length > 0 && !busy ? (
        <Section title={t('challenge.do')}>
          <Form name="raise" submit={t('challenge.do')}>
            <Choices
              name="matter"
              legend={t('challenge.matter.legend')}
              fallback={usable.length === 1 ? usable[0]!.matter : []}
              options={usable.map(({ matter }) => ({
                value: matter,
                label: t(`challenge.matter.${matter}`),
              }))}
            />
            <Field
              name="items"
              kind="long"
              rows={8}
              label={t('challenge.items')}
              hint={t('challenge.items.hint')}
              note={t('challenge.items.note')}
            />
          </Form>
        </Section>
      ) : null}
      <Links links={[{ to: '/challenges', label: t('challenge.all') }]} />
    </Page>
  )
}
