import type { ActionFunctionArgs } from '@remix-run/node'
import { worldOf } from '#app/context.server.ts'
import { acceptGift, declineGift, withdrawGift } from '#domain/deliver/cofund/answer-gift.ts'
import { certifyFundraiser } from '#domain/deliver/cofund/certify-fundraiser.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { certificateForm, nothingForm, openPotForm, reasonForm } from '#domain/deliver/cofund/forms.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { payGift } from '#domain/deliver/cofund/pay-gift.ts'
import { refundAgain, refundGift } from '#domain/deliver/cofund/refund-gift.ts'
import { releaseGift } from '#domain/deliver/cofund/release-gift.ts'
import { formActions, oneForm } from './form-action.server.ts'

type Act = Parameters<typeof oneForm>[0]
type Plain = (ctx: Parameters<Act['run']>[0], input: { giftId: string }) => Promise<{ id: string }>
const onGift = (run: Plain) =>
  oneForm({
    form: nothingForm,
    run: (ctx, _, { giftId }) => run(ctx, { giftId: giftId! }),
    goTo: ({ id }) => `/gifts/${id}`,
  })
const withReason = (run: typeof refundGift) =>
  oneForm({
    form: reasonForm,
    run: (ctx, { reason }, { giftId }) => run(ctx, { giftId: giftId!, reason }),
    goTo: ({ id }) => `/gifts/${id}`,
  })

const gift = formActions({
  accept: onGift(acceptGift),
  decline: withReason(declineGift),
  withdraw: onGift(withdrawGift),
  pay: onGift(payGift),
  release: onGift(releaseGift),
  refund: withReason(refundGift),
  again: onGift(refundAgain),
})
const desk = formActions({
  open: oneForm({ form: openPotForm, run: openPot, goTo: ({ id }) => `/cofund/${id}` }),
  connect: oneForm({
    form: nothingForm,
    run: (ctx) => connectPayee(ctx, { partyId: ctx.actor.seat?.partyId ?? '' }),
    goTo: () => '/desk/cofund',
  }),
  certificate: oneForm({ form: certificateForm, run: certifyFundraiser, goTo: () => '/desk/cofund' }),
})

/** After the form is done the provider is asked at once, so that the next page already knows. */
export const thenAsk =
  (run: (args: ActionFunctionArgs) => Promise<unknown>) => async (args: ActionFunctionArgs) => {
    const answer = await run(args)
    await worldOf(args.context).funds?.work()
    return answer
  }
export const giftAction = thenAsk(gift)
export const cofundDeskAction = thenAsk(desk)
