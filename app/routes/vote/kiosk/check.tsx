import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { KioskLeave } from '#app/components/vote/kiosk-leave.tsx'
import { MarkedTable } from '#app/components/vote/marked-table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { heldAt, turnLoader, withKioskPaper } from '#app/http/kiosk.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { turnForm } from '#domain/ask/vote/channel-forms.ts'
import { castAtKiosk } from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export { kioskHeaders as headers } from '#app/http/kiosk.server.ts'
export const handle = titled('ballot.check.title')
export const loader = turnLoader(300, async (ctx, paper) => {
  if (!paper.choices.length && !paper.blank) throw redirect('/kiosk/vote')
  return readBallot(ctx, paper)
})
export const action = formAction({
  form: turnForm,
  run: async (ctx, { turn }, _params, request) => castAtKiosk(ctx, await heldAt(request, turn)),
  goTo: () => '/kiosk/receipt',
  headers: withKioskPaper,
})

export default function KioskCheck() {
  const t = useT()
  const { round, slate, label, choices, blank, turn } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      eyebrow={t('ballot.step', { at: 3, what: t('ballot.step.3') })}
      title={t('ballot.check.title')}
      lead={t('ballot.check.lead')}
    >
      <KioskLeave label={label} />
      {blank ? <Note kind="wait">{t('ballot.check.blank')}</Note> : null}
      {choices.length > 0 ? <MarkedTable round={round} slate={slate} marks={choices} /> : null}
      <Form
        hidden={{ turn }}
        submit={t('ballot.cast')}
        aside={
          <ButtonLink look="second" to="/kiosk/vote">
            {t('ballot.again')}
          </ButtonLink>
        }
      >
        <p className="mt-4">{t('ballot.check.sealed')}</p>
      </Form>
    </Page>
  )
}
