import { acceptNeed, redirectNeed, refuseNeed, returnNeed } from '#domain/ask/need/decide-need.ts'
import * as forms from '#domain/ask/need/forms.ts'
import { mergeNeed } from '#domain/ask/need/merge-need.ts'
import { publishNeed } from '#domain/ask/need/publish-need.ts'
import { splitNeed } from '#domain/ask/need/split-need.ts'
import { withdrawNeed } from '#domain/ask/need/withdraw-need.ts'
import { formActions, oneForm } from './form-action.server.ts'

const desk = ({ id }: { id: string }) => `/desk/needs/${id}`
const page = ({ id }: { id: string }) => `/needs/${id}`

/** Every act that may be taken from a need's desk page, by the name of its form. */
export const needActions = formActions({
  publish: oneForm({
    form: forms.publishNeedForm,
    run: (ctx, { onRecord }, { id = '' }) => publishNeed(ctx, { needId: id, onRecord }),
    goTo: page,
  }),
  accept: oneForm({
    form: forms.acceptNeedForm,
    run: (ctx, { reason }, { id = '' }) => acceptNeed(ctx, { needId: id, reason }),
    goTo: desk,
  }),
  return: oneForm({
    form: forms.reasonForm,
    run: (ctx, { reason }, { id = '' }) => returnNeed(ctx, { needId: id, reason }),
    goTo: desk,
  }),
  redirect: oneForm({
    form: forms.redirectNeedForm,
    run: (ctx, input, { id = '' }) => redirectNeed(ctx, { ...input, needId: id }),
    goTo: desk,
  }),
  refuse: oneForm({
    form: forms.reasonForm,
    run: (ctx, { reason }, { id = '' }) => refuseNeed(ctx, { needId: id, reason }),
    goTo: desk,
  }),
  merge: oneForm({
    form: forms.mergeNeedForm,
    run: (ctx, input, { id = '' }) => mergeNeed(ctx, { ...input, needId: id }),
    goTo: desk,
  }),
  split: oneForm({
    form: forms.splitNeedForm,
    run: (ctx, input, { id = '' }) => splitNeed(ctx, { ...input, needId: id }),
    goTo: desk,
  }),
  withdraw: oneForm({
    form: forms.reasonForm,
    run: (ctx, { reason }, { id = '' }) => withdrawNeed(ctx, { needId: id, reason }),
    goTo: desk,
  }),
})
