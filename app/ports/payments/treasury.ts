import { readBankSheet } from './bank-sheet.ts'
import { compareBooks } from './compare-books.ts'
import type { Capabilities, FundingFact, FundingProvider } from './funding-provider.ts'

export const treasuryCapabilities: Capabilities = {
  code: 'treasury',
  fiscal: true,
  online: false,
  currencies: ['CNY'],
  most: null,
  refunds: true,
  holdsDays: null,
}

/** What the bank's lists that were brought in say: of one voucher, or of a period. */
export type Papers = {
  ofKey: (key: string) => Promise<FundingFact[]>
  between: (from: number, to: number) => Promise<FundingFact[]>
}

/**
 * 国库集中支付: always on, never online. Money is there when its line is; a voucher on paper begins a payment and the
 * bank's list tells how it ended, so a call answers `on_paper` and moves nothing.
 */
export const treasuryProvider = (papers: Papers): FundingProvider => ({
  capabilities: treasuryCapabilities,
  open: async ({ key }) => ({ ref: key, payAt: null }),
  status: async (key) => ({ facts: await papers.ofKey(key) }),
  release: async ({ key }) => ({ ref: key, state: 'on_paper' }),
  refund: async ({ key }) => ({ ref: key, state: 'on_paper' }),
  ingest: ({ body, at }) => readBankSheet(body, at),
  reconcile: async ({ from, to }, ours) => compareBooks(ours, await papers.between(from, to)),
})
