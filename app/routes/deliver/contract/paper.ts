import { contractFile } from '#app/http/contract-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { contractPaper } from '#domain/deliver/contract/paper/contract-paper.ts'

/** 合同文本 in full, as Word or PDF, for those who are party to it. */
export const loader = pageLoader(async (ctx, { contractId, file }) =>
  contractFile(await contractPaper(ctx, contractId!), file),
)
