import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Confirmation } from '#app/components/confirmation.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { turnLoader } from '#app/http/kiosk.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { receiptLine } from '#domain/ask/vote/proof.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { receiptOf } from '#domain/ask/vote/receipt.ts'
import { spacedReceipt } from '#domain/ask/vote/slip-code.ts'

export { kioskHeaders as headers } from '#app/http/kiosk.server.ts'
export const handle = titled('vote.receipt.title')
export const loader = turnLoader(30, async (ctx, paper) => {
  const receipt = paper.castAt ? await receiptOf(ctx.db, paper.entryId) : null
  if (!receipt) throw redirect('/kiosk/vote')
  const { round } = await readRound(ctx, paper.roundId)
  const signed = receipt.sealHash && round.level === 'L1'
  return {
    round,
    receiptNo: spacedReceipt(receipt.receiptNo),
    line: signed ? receiptLine(ctx, round.refNo, receipt.sealHash!) : null,
  }
})

/** The receipt at a machine: shown half a minute, then nothing of the voter is left. */
export default function KioskReceipt() {
  const t = useT()
  const f = useFormat()
  const { round, receiptNo, line } = useLoaderData<typeof loader>()
  return (
    <Confirmation
      title={t('kiosk.took')}
      said={t('vote.receipt.sealed')}
      number={{ label: t('vote.receipt.no'), text: receiptNo }}
      facts={[{ term: t('vote.receipt.round'), text: `${round.name}，${round.place.name}` }]}
      acts={
        <>
          <form method="post" action="/kiosk/next">
            <Button>{t('kiosk.next')}</Button>
          </form>
          <ButtonLink look="second" to="/kiosk/vote">
            {t('kiosk.again')}
          </ButtonLink>
        </>
      }
      next={[
        {
          term: t('vote.receipt.until', { date: f.short(new Date(round.closesAt.getTime() - 1)) }),
          text: t('refusal.voted-at-kiosk'),
        },
        { term: t('vote.receipt.count'), text: t('vote.receipt.count.say') },
      ]}
    >
      <p>{t('kiosk.keep')}</p>
      <p className="small quiet">{t('kiosk.clears')}</p>
      {line ? (
        <div className="max-w-40">
          <Qr text={line} label={t('vote.receipt.qr')} />
        </div>
      ) : null}
    </Confirmation>
  )
}
