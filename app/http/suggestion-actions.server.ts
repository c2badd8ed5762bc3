import { adoptSuggestion } from '#domain/ask/suggestion/adopt-suggestion.ts'
import { answerSuggestion } from '#domain/ask/suggestion/answer-suggestion.ts'
import * as forms from '#domain/ask/suggestion/forms.ts'
import { mergeSuggestion } from '#domain/ask/suggestion/merge-suggestion.ts'
import { referSuggestion } from '#domain/ask/suggestion/refer-suggestion.ts'
import { returnSuggestion } from '#domain/ask/suggestion/return-suggestion.ts'
import { formActions, oneForm } from './form-action.server.ts'
import { petitionActions } from './petition-actions.server.ts'

const here = ({ refNo }: { refNo: string }) => `/desk/suggestions/${refNo}`
/** Every act that may be taken from an ask's desk page, by the name of its form. */
export const suggestionActions = formActions({
  ...petitionActions,
  adopt: oneForm({
    form: forms.adoptSuggestionForm,
    run: (ctx, input, { refNo = '' }) => adoptSuggestion(ctx, { ...input, refNo }),
    goTo: ({ needId }) => `/desk/needs/${needId}`,
  }),
  merge: oneForm({
    form: forms.mergeSuggestionForm,
    run: (ctx, input, { refNo = '' }) => mergeSuggestion(ctx, { ...input, refNo }),
    goTo: here,
  }),
  answer: oneForm({
    form: forms.answerSuggestionForm,
    run: (ctx, input, { refNo = '' }) => answerSuggestion(ctx, { ...input, refNo }),
    goTo: here,
  }),
  refer: oneForm({
    form: forms.referSuggestionForm,
    run: (ctx, input, { refNo = '' }) => referSuggestion(ctx, { ...input, refNo }),
    goTo: () => '/desk/suggestions',
  }),
  return: oneForm({
    form: forms.returnSuggestionForm,
    run: (ctx, input, { refNo = '' }) => returnSuggestion(ctx, { ...input, refNo }),
    goTo: () => '/desk/suggestions',
  }),
})
