import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader, refused } from '#app/http/page-loader.server.ts'
import { reportSheets } from '#app/http/survey-workbook.server.ts'
import { download } from '#app/http/workbook.server.ts'
import { readReport } from '#domain/ask/survey/read-report.ts'
import { Refusal } from '#domain/refusal.ts'

const read = pageLoader(async (ctx, { id = '' }) => {
  const { survey, report } = await readReport(ctx, id)
  if (!report) throw refused(new Refusal('missing', 'survey'))
  return download(reportSheets(survey, report), `${survey.refNo}.xlsx`)
})

/** 调查结果表格: what the page shows, with what the page hides left out. */
export const loader = (args: LoaderFunctionArgs) => read(args)
