import { translator } from '#app/i18n/index.ts'
import type { Paper, PaperPart } from '#app/ports/paper/paper.ts'
import { drawPdf } from '#app/ports/paper/pdf.ts'
import { drawWord } from '#app/ports/paper/word.ts'
import { sha256 } from '#app/ports/vault.ts'
import { dateOf } from '#domain/dates.ts'
import { capitalMoney, plainMoney } from '#domain/deliver/contract/capital-money.ts'
import type { ContractPaper } from '#domain/deliver/contract/paper/contract-paper.ts'
import { Refusal } from '#domain/refusal.ts'
import { weightedMap } from './weighted-map.ts'

const t = translator('zh-CN')
const day = (at: Date | null, who: string | null) => (at ? [dateOf(at), who].filter(Boolean).join(' ') : null)

const facts = (c: ContractPaper): PaperPart => {
  const all: Array<readonly [string, string | null]> = [
    [t('contract.matter'), c.title],
    [t('contract.buyer'), c.buyer],
    [t('contract.supplier'), c.supplier],
    ...c.parties.map((p): [string, string] => [
      t('consortium.title'),
      `${p.name} ${t('consortium.percent', { n: p.share })} ${p.duty}`,
    ]),
    [t('contract.price'), `${plainMoney(c.price)} ${capitalMoney(c.price)}`],
    [t('contract.term'), t('contract.term.text', { from: c.from, to: c.to })],
    [t('contract.template'), c.template],
    [t('contract.signed.supplier'), day(c.supplierSignedAt, c.supplierSigner)],
    [t('contract.signed.buyer'), day(c.buyerSignedAt, c.buyerSigner)],
    [t('contract.published'), day(c.publishedAt, null)],
  ]
  return { kind: 'facts', facts: all.flatMap(([term, text]) => (text ? [[term, text] as const] : [])) }
}

const card = (c: ContractPaper): PaperPart[] => [
  { kind: 'heading', words: t('contract.card') },
  { kind: 'words', words: t('paper.goal', { goal: c.card[0]?.goal ?? '' }) },
  {
    kind: 'table',
    head: [t('paper.side'), t('linkage.does'), t('linkage.brings')],
    rows: c.card.map((side) => [
      [t(`linkage.${side.sector}`), side.body, side.person].filter(Boolean).join(' '),
      side.duty,
      side.contribution,
    ]),
  },
]

/** 变更: what was agreed after signing, each with its number and its fingerprint. */
const changes = (c: ContractPaper): PaperPart[] =>
  c.changes.length === 0
    ? []
    : [
        { kind: 'heading', words: t('paper.changes') },
        {
          kind: 'table',
          head: [t('paper.change'), t('paper.change.on'), t('contract.hash')],
          rows: c.changes.map((change) => [
            `${change.refNo} ${change.reason}`,
            change.decidedAt ? dateOf(change.decidedAt) : '',
            change.hash ?? '',
          ]),
        },
      ]

/** What a copy is checked by: its number and hash where it was given out, and the page where the record stands today. */
export type Marks = { origin: string; live: string; hash?: string; issuedAt?: Date | null }
function marksOf({ origin, live, hash, issuedAt }: Marks): PaperPart[] {
  const number = hash?.slice(0, 16) ?? ''
  const spaced = (number.match(/.{4}/g) ?? []).join('-')
  const given = issuedAt
    ? [t('genuine.kind.contract'), t('genuine.paper.number', { number: spaced })].join(' ')
    : t('genuine.paper.none')
  const check = { address: `${origin}/verify/${number}`, words: t('genuine.paper.verify') }
  return [
    { kind: 'heading', words: t('genuine.paper.verify') },
    ...(hash ? ([{ kind: 'words', words: given }] satisfies PaperPart[]) : []),
    ...(hash ? ([{ kind: 'fingerprint', words: `SHA-256 ${hash}` }] satisfies PaperPart[]) : []),
    {
      kind: 'codes',
      codes: [...(issuedAt ? [check] : []), { address: `${origin}${live}`, words: t('genuine.paper.live') }],
    },
  ]
}

/** The contract as an official paper; before both have signed it says so on every page. */
function paperOf(c: ContractPaper, marks: Marks | null): Paper {
  const signed = c.buyerSignedAt !== null
  const state = t(c.masked ? 'paper.copy' : signed ? 'paper.signed' : 'paper.draft')
  const masked = (words: string | null) => words ?? t('contract.clause.masked')
  return {
    title: t('paper.contract.title', { title: c.title }),
    number: `${c.refNo} ${state}`,
    foot: `${c.refNo} ${state}`,
    at: c.at,
    parts: [
      facts(c),
      ...c.clauses.flatMap(({ heading, words }): PaperPart[] => [
        { kind: 'heading', words: heading },
        { kind: 'words', words: masked(words) },
      ]),
      ...card(c),
      ...changes(c),
      ...(c.bodyHash
        ? ([
            { kind: 'heading', words: t('paper.fingerprint') },
            { kind: 'fingerprint', words: `SHA-256 ${c.bodyHash}` },
            { kind: 'words', words: t(c.whole ? 'paper.fingerprint.whole' : 'paper.fingerprint.not') },
          ] satisfies PaperPart[])
        : []),
      ...(marks ? marksOf(marks) : []),
    ],
  }
}

const kinds = {
  pdf: { draw: drawPdf, mime: 'application/pdf' },
  docx: {
    draw: drawWord,
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const
/** What was drawn last: the same paper is drawn once, however many ask for it. */
const drawn = weightedMap<Buffer>(16 * 1024 * 1024, (key, bytes) => key.length + bytes.length)

/** The contract as Word or PDF, to be saved. */
export async function contractFile(c: ContractPaper, name = '', marks: Marks | null = null) {
  const kind = name === 'contract.pdf' ? 'pdf' : name === 'contract.docx' ? 'docx' : null
  if (!kind) throw new Refusal('missing', 'contract-missing')
  const paper = paperOf(c, marks)
  const key = `${kind} ${sha256(JSON.stringify(paper))}`
  const bytes = drawn.get(key) ?? (await kinds[kind].draw(paper))
  drawn.set(key, bytes)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': kinds[kind].mime,
      'Content-Disposition': `attachment; filename="${c.refNo}.${kind}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
