import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tally } from '#domain/ask/vote/tally.ts'
import { fen } from '#domain/money.ts'

/** Real elections with known winners, outside the project: third-party data is never copied in. */
const folder = process.env.PABULIB ?? path.resolve('..', 'shared', 'data', 'pabulib')
const present = existsSync(path.join(folder, 'expected.json'))

type Expected = {
  file: string
  vote_type: string
  budget: string
  min_project_score_threshold: string | number | null
  rules: Record<string, { winners: string[] } | undefined>
}
const expected = present
  ? (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')).instances as Record<
      string,
      Expected
    >)
  : {}

const cells = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, cell = '']) =>
    cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'),
  )

/** The parts of a .pb file that an approval count needs. */
function readPb(text: string) {
  const sections: Record<string, string[]> = {}
  let now: string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (/^(meta|projects|votes)$/i.test(line.trim())) now = sections[line.trim().toLowerCase()] = []
    else if (line.trim()) now.push(line)
  }
  const rows = (name: string) => {
    const [head = '', ...lines] = sections[name] ?? []
    const names = cells(head)
    return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? '', cell])))
  }
  const cents = (words = '') => fen(Math.round(Number(words.replace(',', '.')) * 100))
  return {
    items: rows('projects').map((p) => ({ id: p.project_id!, cost: cents(p.cost) })),
    ballots: rows('votes').map((v) => (v.vote ? v.vote.split(',') : [])),
    cents,
  }
}

const approvals = Object.entries(expected).filter(([, e]) => ['approval', 'choose-1'].includes(e.vote_type))
test.skipIf(present)(
  'Pabulib elections are not on this machine: set PABULIB to their folder to check the count against them',
  () => {},
)

test.each(approvals)('%s: the same winners as the reference count by votes', (_name, e) => {
  const { items, ballots, cents } = readPb(readFileSync(path.join(folder, e.file), 'utf8'))
  const rule = { budget: cents(e.budget), thresholdPercent: null, quorum: 0, participated: 0 }
  const free = tally(ballots, items, rule)
  if (e.rules.greedy) expect([...free.selected].sort()).toEqual([...e.rules.greedy.winners].sort())
  const least = Number(e.min_project_score_threshold ?? 0)
  const passed = items.filter(({ id }) => free.steps.find((s) => s.id === id)!.votes >= least)
  if (e.rules.greedy_threshold)
    expect([...tally(ballots, passed, rule).selected].sort()).toEqual(
      [...e.rules.greedy_threshold.winners].sort(),
    )
})
