import { masked } from '../evaluation/masked.ts'
import type { Body } from './body.ts'
import { partnersOf } from './consortium/terms.ts'
import { textKinds } from './sections.ts'

type Names = readonly string[]
type Written = Pick<Partial<Body>, 'experience' | 'finance' | 'texts' | 'consortium'>

/** Every name in a proposal that gives away whose it is, besides the lead's. */
export const partnerNames = (body: Written) => partnersOf({ consortium: body.consortium }).map((p) => p.name)

/** 业绩、财务、制度 as the panel reads them: every name covered, no auditor named, no account. */
export const asJudged = (body: Written, names: Names) => ({
  partners: partnersOf({ consortium: body.consortium }).map(({ share, duty }) => ({
    share,
    duty: masked(duty, names),
  })),
  experience: (body.experience ?? []).map(({ title, buyer, year, amount, outcome }) => ({
    title: masked(title, names),
    buyer: masked(buyer, names),
    year,
    amount,
    outcome: masked(outcome, names),
  })),
  finance: (body.finance ?? []).map(({ year, income, spending, auditor }) => ({
    year,
    income,
    spending,
    audited: auditor !== '',
  })),
  texts: textKinds.flatMap((kind) => {
    const words = body.texts?.[kind]
    return words ? [{ kind, words: masked(words, names) }] : []
  }),
})
export type Judged = ReturnType<typeof asJudged>
