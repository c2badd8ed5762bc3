import { contractFile } from '#app/http/contract-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { contractPaper } from '#domain/deliver/contract/paper/contract-paper.ts'

/** 合同文本 in full, as Word or PDF, for those who are party to it. */
export const loader = pageLoader(async (ctx, { contractId = '', file }, { origin }) => {
  const paper = await contractPaper(ctx, contractId)
  const marks = paper.publishedAt ? { origin, live: `/contracts/${contractId}` } : null
  return contractFile(paper, file, marks)
})
