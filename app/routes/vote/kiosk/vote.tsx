import '#app/components/vote/ballot.css'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BallotPaper } from '#app/components/vote/ballot-paper.tsx'
import { KioskLeave } from '#app/components/vote/kiosk-leave.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { heldAt, turnLoader, withKioskPaper } from '#app/http/kiosk.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { kioskChooseForm } from '#domain/ask/vote/channel-forms.ts'
import { markAtKiosk } from '#domain/ask/vote/kiosk/kiosk-turn.ts'
import { readBallot } from '#domain/ask/vote/read-round.ts'

export { kioskHeaders as headers } from '#app/http/kiosk.server.ts'
export const handle = titled('ballot.choose.title')
export const loader = turnLoader(300, readBallot)
export const action = formAction({
  form: kioskChooseForm,
  run: async (ctx, { turn, ...typed }, _params, request) =>
    markAtKiosk(ctx, await heldAt(request, turn), typed),
  goTo: () => '/kiosk/check',
  headers: withKioskPaper,
})

export default function KioskVote() {
  const t = useT()
  const { round, slate, label, choices, blank, turn } = useLoaderData<typeof loader>()
  return (
    <div className="narrow ballot pt-4">
      <KioskLeave label={label} />
      <Form hidden={{ turn }}>
        <BallotPaper round={round} slate={slate} marks={choices} blank={blank} />
      </Form>
      <p className="small quiet mt-4">{t('kiosk.idle-say')}</p>
    </div>
  )
}
