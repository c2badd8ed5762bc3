import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { answerSheets } from '#app/http/survey-workbook.server.ts'
import { download } from '#app/http/workbook.server.ts'
import { takeAnswers } from '#domain/ask/survey/take-answers.ts'

const read = pageLoader(async (ctx, { id = '' }) => {
  const taken = await takeAnswers(ctx, { surveyId: id })
  return download(answerSheets(taken), `${taken.survey.refNo}-answers.xlsx`)
})

/** 原始答卷: for the committee's own clerk; that it was taken is in the journal. */
export const loader = (args: LoaderFunctionArgs) => read(args)
