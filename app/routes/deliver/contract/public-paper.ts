import { contractFile } from '#app/http/contract-paper.server.ts'
import { paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { publishedPaper } from '#domain/deliver/contract/paper/contract-paper.ts'

/** 合同公告文本 as Word or PDF, for everyone. */
export const loader = pageLoader(async (ctx, { contractId = '', file }, url) =>
  contractFile(
    await publishedPaper(ctx.db, contractId),
    file,
    await paperAt(ctx, 'contract', contractId, url),
  ),
)
