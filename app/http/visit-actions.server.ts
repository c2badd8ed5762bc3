import { checkIn, checkInByPhone, leaveVisit } from '#domain/deliver/care/attend-visit.ts'
import { acceptVisit, cancelVisit, redoVisit, refuseVisit } from '#domain/deliver/care/carry-visit.ts'
import { makeComplaint } from '#domain/deliver/care/complain.ts'
import { confirmByCode, confirmForHer, confirmVisit } from '#domain/deliver/care/confirm-visit.ts'
import * as forms from '#domain/deliver/care/forms.ts'
import { formActions, formsOf } from './form-action.server.ts'
import { photoBytes } from './photo-bytes.server.ts'

const on = formsOf(
  ({ orderId = '' }) => ({ orderId }),
  ({ id }: { id: string }) => `/care/visits/${id}`,
)
/** Every act that may be taken from a visit's page, by the name of its form. */
export const visitActions = formActions({
  accept: on(forms.acceptVisitForm, acceptVisit),
  refuse: on(forms.careReasonForm, refuseVisit),
  cancel: on(forms.careReasonForm, cancelVisit),
  redo: on(forms.redoForm, redoVisit),
  in: on(forms.codeForm, checkIn),
  byphone: on(forms.phoneCheckForm, checkInByPhone),
  leave: on(forms.leaveForm, async (ctx, { orderId, photos }) =>
    leaveVisit(ctx, { orderId, photos: await photoBytes(photos) }),
  ),
  bycode: on(forms.codeForm, confirmByCode),
  forher: on(forms.confirmForHerForm, confirmForHer),
  confirm: on(forms.emptyForm, confirmVisit),
  complain: on(forms.complaintForm, makeComplaint, { goTo: ({ id }) => `/care/complaints/${id}` }),
})
