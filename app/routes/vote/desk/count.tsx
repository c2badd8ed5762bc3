import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { LostKeys } from '#app/components/vote/key-state.tsx'
import { TwoKeys } from '#app/components/vote/two-keys.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { pressForm } from '#domain/ask/vote/forms.ts'
import { twoKeysForm } from '#domain/ask/vote/trustees/forms.ts'
import { readKeyPage } from '#domain/ask/vote/trustees/read-trustees.ts'

export const handle = titled('count.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readKeyPage(ctx, roundId))
const round = ({ id }: { id: string }) => `/desk/rounds/${id}`
const on = formsOf(
  ({ roundId = '' }) => ({ roundId }),
  ({ id }: { id: string }) => `/desk/rounds/${id}/count`,
)
export const action = formActions({
  close: on(pressForm, closeBox),
  open: on(twoKeysForm, (ctx, { roundId, ...keys }) => countRound(ctx, { roundId, keys }), {
    everyTime: true,
    goTo: round,
  }),
  plain: on(pressForm, (ctx, { roundId }) => countRound(ctx, { roundId, keys: null }), { goTo: round }),
})
type Data = Awaited<ReturnType<typeof readKeyPage>>

const Close = ({ box, can }: Data) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('count.step.close')}>
      {box ? (
        <>
          <Note kind="done">
            {t('count.closed', { date: f.dateTime(box.closedAt), n: box.leaves, replaced: box.replaced })}
          </Note>
          <p>{t('count.root')}</p>
          <p className="hash">{box.root}</p>
        </>
      ) : can.close ? (
        <Form name="close" submit={t('count.close.submit')}>
          <p>{t('count.close.say')}</p>
        </Form>
      ) : (
        <p>{t('count.waits')}</p>
      )}
    </Section>
  )
}

const Open = ({ round, trustees, can }: Data) => {
  const t = useT()
  const sealed = round.level === 'L1'
  return (
    <Section title={t('count.step.open')}>
      {can.count ? (
        <Form name={sealed ? 'open' : 'plain'} submit={t('count.open.submit')}>
          <p>{t(sealed ? 'count.open.say' : 'count.open.l0')}</p>
          {sealed ? <TwoKeys trustees={trustees} /> : null}
        </Form>
      ) : (
        <p>{t('count.waits')}</p>
      )}
    </Section>
  )
}

export default function Count() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { round, box } = data
  const back = { to: `/desk/rounds/${round.id}`, label: round.name }
  const lead = t(round.level === 'L1' ? 'count.lead' : 'count.lead.l0')
  if (round.phase !== 'closed') {
    const done = round.countedAt !== null
    return (
      <Page narrow back={back} title={t('count.title')} lead={lead}>
        <Note kind={done ? 'done' : 'wait'}>{t(done ? 'count.done' : 'count.not-yet')}</Note>
        {done ? <ButtonLink to={`/desk/rounds/${round.id}`}>{round.name}</ButtonLink> : null}
      </Page>
    )
  }
  return (
    <Page narrow back={back} title={t('count.title')} lead={lead}>
      <Close {...data} />
      {box ? <Open {...data} /> : null}
      {round.level === 'L1' ? <LostKeys /> : null}
    </Page>
  )
}
