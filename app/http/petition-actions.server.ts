import { extendPetition, finishPetition } from '#domain/ask/suggestion/petition/finish-petition.ts'
import * as forms from '#domain/ask/suggestion/petition/forms.ts'
import { referPetition } from '#domain/ask/suggestion/petition/refer-petition.ts'
import { sendPetitionBack } from '#domain/ask/suggestion/petition/send-back.ts'
import { acceptPetition, declinePetition } from '#domain/ask/suggestion/petition/take-petition.ts'
import { oneForm } from './form-action.server.ts'

const here = ({ refNo }: { refNo: string }) => `/desk/suggestions/${refNo}`
const list = () => '/desk/suggestions'
/** The acts of 信访 on an ask's desk page, by the name of their form. */
export const petitionActions = {
  petition: oneForm({
    form: forms.referPetitionForm,
    run: (ctx, input, { refNo = '' }) => referPetition(ctx, { ...input, refNo }),
    goTo: list,
  }),
  'petition-accept': oneForm({
    form: forms.acceptPetitionForm,
    run: (ctx, input, { refNo = '' }) => acceptPetition(ctx, { ...input, refNo }),
    goTo: here,
  }),
  'petition-decline': oneForm({
    form: forms.declinePetitionForm,
    run: (ctx, input, { refNo = '' }) => declinePetition(ctx, { ...input, refNo }),
    goTo: here,
  }),
  'petition-back': oneForm({
    form: forms.sendBackForm,
    run: (ctx, input, { refNo = '' }) => sendPetitionBack(ctx, { ...input, refNo }),
    goTo: list,
  }),
  'petition-extend': oneForm({
    form: forms.extendPetitionForm,
    run: (ctx, input, { refNo = '' }) => extendPetition(ctx, { ...input, refNo }),
    goTo: here,
  }),
  'petition-finish': oneForm({
    form: forms.finishPetitionForm,
    run: (ctx, input, { refNo = '' }) => finishPetition(ctx, { ...input, refNo }),
    goTo: here,
  }),
}
