import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chapters, lifecycle } from '#domain/lifecycle.ts'
import { machines } from '#domain/machines.ts'
import { policy } from '#domain/policy/index.ts'
import { functionsIn, functionsOf, handlersIn, handlersOf } from './support/function-lengths.ts'

/** Root files of the domain that gather from every chapter; nothing in a chapter may import them. */
const gathering = ['app/domain/machines.ts', 'app/domain/open/']
const domainRoot = (to: string) =>
  (/^app\/domain\/[^/]+\.ts$/.test(to) && !gathering.some((g) => to.startsWith(g))) ||
  to.startsWith('app/domain/policy/')

/** Dependencies run one way: each layer may import only the layers named beside it. */
const mayImport: Record<string, string[]> = {
  'app/routes': [
    'app/http',
    'app/components',
    'app/domain',
    'app/i18n',
    'app/context.server.ts',
    'app/ports/vault.ts',
    'app/env.server.ts',
    'db/vocabulary.ts',
  ],
  'app/http': [
    'app/context.server.ts',
    'app/world.server.ts',
    'app/domain',
    'app/i18n',
    'app/ports',
    'db/store.ts',
  ],
  'app/components': ['app/i18n', 'db/vocabulary.ts', 'app/domain/money.ts', 'app/domain/dates.ts'],
  'app/i18n': ['app/components/shell/shell.ts'],
  'app/domain/rate': [
    'app/domain/deliver',
    'app/domain/buy',
    'app/domain/ask',
    'app/domain/tend',
    'app/domain/treasury',
    'app/domain/who',
    'app/domain/where',
    'root',
    'app/ports',
    'db',
  ],
  'app/domain/deliver': [
    'app/domain/buy',
    'app/domain/ask',
    'app/domain/tend',
    'app/domain/treasury',
    'app/domain/who',
    'app/domain/where',
    'root',
    'app/ports',
    'db',
  ],
  'app/domain/buy': [
    'app/domain/ask',
    'app/domain/tend',
    'app/domain/treasury',
    'app/domain/who',
    'app/domain/where',
    'root',
    'app/ports',
    'db',
  ],
  'app/domain/ask': [
    'app/domain/tend',
    'app/domain/treasury',
    'app/domain/who',
    'app/domain/where',
    'root',
    'app/ports',
    'db',
  ],
  'app/domain/tend': ['app/domain/treasury', 'app/domain/who', 'app/domain/where', 'root', 'app/ports', 'db'],
  'app/domain/treasury': ['app/domain/who', 'app/domain/where', 'root', 'app/ports', 'db'],
  'app/domain/who': ['app/domain/where', 'root', 'app/ports', 'db'],
  'app/domain/where': ['root', 'app/ports', 'db'],
  'app/domain': ['app/ports', 'db'],
  'app/ports': [],
  'app/demo': ['app/domain', 'app/ports', 'db'],
  db: [],
}

const files = (dir: string) =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((f) => /\.tsx?$/.test(f))
        .map((f) => path.posix.join(dir, f))
    : []
const source = (file: string) => readFileSync(file, 'utf8')
type Import = { to: string; typeOnly: boolean }
const importsOf = (file: string): Import[] =>
  [...source(file).matchAll(/(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/g)]
    .map(([, type, spec = '']) => ({ spec, typeOnly: Boolean(type) }))
    .filter(({ spec }) => /^[#.]/.test(spec))
    .map(({ spec, typeOnly }) => ({
      typeOnly,
      to: spec
        .replace(/^#domain\//, 'app/domain/')
        .replace(/^#(app|db|tests)\//, '$1/')
        .replace(/^\..*/, (rel) => path.posix.join(path.posix.dirname(file), rel)),
    }))
const allows = (ok: string, to: string) =>
  ok === 'root' ? domainRoot(to) : to === ok || to.startsWith(`${ok}/`)

test.each(Object.entries(mayImport))('%s imports only what it may', (layer, allowed) => {
  const strays = files(layer).flatMap((file) =>
    importsOf(file)
      // components may name the domain's shapes, never run its code
      .filter(({ typeOnly }) => !(layer === 'app/components' && typeOnly))
      .filter(({ to }) => ![layer, ...allowed].some((ok) => allows(ok, to)))
      .map(({ to }) => `${file} -> ${to}`),
  )
  expect(strays).toEqual([])
})

/** What the rules may have from elsewhere: the two that say data and its forms, and four that know one thing each. */
const packagesOfDomain = [
  'drizzle-orm',
  'zod',
  '@node-rs/argon2',
  'file-type',
  'nzh',
  'otpauth',
  'node:crypto',
]
const packagesIn = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([@\w][\w@/.:-]*)'/g)].map(
    ([, spec = '']) => (spec.startsWith('@') ? spec.split('/').slice(0, 2).join('/') : spec.split('/')[0]!),
  )
test('the rules know no vendor: they import the packages named here, and each of those is needed', () => {
  const used = files('app/domain').flatMap((file) => packagesIn(source(file)).map((name) => ({ file, name })))
  const strays = used.filter(({ name }) => !packagesOfDomain.includes(name))
  expect(strays.map(({ file, name }) => `${file} -> ${name}`)).toEqual([])
  expect(packagesOfDomain.filter((name) => !used.some((one) => one.name === name))).toEqual([])
  const odd = [
    "import 'a'",
    "import { b } from 'b/c'",
    "await import('@d/e/f')",
    "require('g')",
    "import '#h.ts'",
  ]
  expect(packagesIn(odd.join('\n'))).toEqual(['a', 'b', '@d/e', 'g'])
})

/** Where a rule or a page may catch what was thrown; docs/decisions/where-errors-are-caught.md says why. Only shorter. */
const catches = [
  'app/domain/ask/vote/count/pb-lines.ts',
  'app/domain/ask/vote/marks.ts',
  'app/domain/buy/evaluation/draw-seed.ts',
  'app/domain/buy/evaluation/find-ground.ts',
  'app/domain/buy/evaluation/open-tender.ts',
  'app/domain/buy/proposal/answer-invitation.ts',
  'app/domain/buy/proposal/consortium/answer-alliance.ts',
  'app/domain/deliver/cofund/work-provider.ts',
  'app/domain/open/calendar-page.ts',
  'app/domain/open/flags/read-lines.ts',
  'app/domain/parameters.ts',
  'app/routes/who/seat.tsx',
]
test('an error is caught where a decision says so, and nowhere else in rules and pages', () => {
  const found = ['app/domain', 'app/routes', 'app/components'].flatMap(files)
  expect(found.filter((f) => /\btry \{/.test(source(f))).sort()).toEqual(catches)
})
test('the only classes are the refusal and the year without a calendar', () => {
  const classes = ['app', 'db', 'bin']
    .flatMap(files)
    .flatMap((file) =>
      [...source(file).matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(
        ([, name]) => `${file} ${name}`,
      ),
    )
  expect(classes).toEqual(['app/domain/refusal.ts Refusal', 'app/ports/work-calendar.ts YearNotCovered'])
})

test('every stage of the lifecycle has its folder, and every folder its stage', () => {
  const folders = chapters.flatMap((chapter) =>
    readdirSync(`app/domain/${chapter}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${chapter}/${entry.name}`),
  )
  expect(folders.sort()).toEqual(lifecycle.map(({ chapter, stage }) => `${chapter}/${stage}`).sort())
  expect([...chapters].sort()).toEqual([...chapters])
})

/** Moves that follow from another act, or from the clock, and so have no row of their own. */
const consequences = new Set([
  'need.shortlist',
  'need.select',
  'need.pass_over',
  'need.unlist',
  'need.purchase',
  'need.deliver',
  'need.resume',
  'tender.award',
  'tender.reconsider',
  'proposal.restore',
  'tender.contract',
  'tender.fail',
  'tender.open',
  'consultation.open',
  'tender.evaluate',
  'tender.reopen',
  'proposal.unsettle',
  'proposal.open',
  'proposal.score',
  'proposal.reopen',
  'proposal.award',
  'proposal.pass_over',
  'award.take_effect',
  'award.cancel',
  'contract.complete',
  'milestone.accept',
  'milestone.reopen',
  'milestone.pass_by_publication',
  'plan.approve',
  'amendment.publish',
  'provider.reapply',
  'minorWork.finish',
  'scoreSheet.return',
  'acceptance.publish',
  'gift.settle',
  'gift.lose',
  'payment.lose',
  'finding.reorder',
])
test('every move of every machine is in the policy, or follows from one that is', () => {
  const acts = Object.values(machines).flatMap(({ name, moves }) =>
    Object.keys(moves).map((move) => `${name}.${move}`),
  )
  expect(acts.filter((act) => !consequences.has(act) && !Object.hasOwn(policy, act))).toEqual([])
})

const isData = (file: string) => /-data\.ts$|figures\.ts$|machines\.ts$|\/policy\//.test(file)
const codeLines = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
test('files keep to their size: a route 120 lines, a domain file 150', () => {
  const over = [
    ...files('app/routes').filter((f) => codeLines(source(f)) > 120),
    ...files('app/domain').filter((f) => !isData(f) && codeLines(source(f)) > 150),
  ]
  expect(over.map((f) => `${f}: ${codeLines(source(f))}`)).toEqual([])
})

const long = 30
const measured = functionsIn(['app', 'db', 'bin']).filter(({ markup }) => !markup)
test('functions keep to 30 lines', () => {
  expect(measured.length).toBeGreaterThan(1_000)
  const over = measured.filter(({ lines }) => lines > long)
  expect(over.map(({ where, lines }) => `${where}: ${lines}`)).toEqual([])
})

const handlers = handlersIn('app/routes')
test('a loader and an action keep to 12 lines', () => {
  expect(handlers.length).toBeGreaterThan(300)
  const over = handlers.filter(({ lines }) => lines > 12)
  expect(over.map(({ where, lines }) => `${where}: ${lines}`)).toEqual([])
  const text = ['export const loader = pageLoader((ctx) =>', '  read(ctx),', ')', 'const other = 1'].join(
    '\n',
  )
  expect(handlersOf('x.tsx', text)).toEqual([{ where: 'x.tsx loader', lines: 3, markup: false }])
})

test('a function is measured from its signature to its end, nested or not, and markup is told apart', () => {
  const text = [
    'export const outer = (a: number) => {',
    '  const inner = () => {',
    '    return a',
    '  }',
    '  return inner',
    '}',
    'function Card() {',
    '  return <p>x</p>',
    '}',
  ].join('\n')
  expect(functionsOf('x.tsx', text)).toEqual([
    { where: 'x.tsx outer', lines: 6, markup: false },
    { where: 'x.tsx inner', lines: 3, markup: false },
    { where: 'x.tsx Card', lines: 3, markup: true },
  ])
})

test('no file is named for nothing', () => {
  const idle = ['app', 'db', 'bin']
    .flatMap(files)
    .filter((f) => /(^|\/)(utils?|helpers?|common|misc|lib|services?|managers?)(\/|\.|-)/i.test(f))
  expect(idle).toEqual([])
})

const bans: Array<[string, RegExp, (file: string) => boolean]> = [
  [
    'the clock is asked through its port',
    /new Date\(\)|Date\.now\(\)|Math\.random\(\)/,
    (f) => f.startsWith('app/domain/') || f.startsWith('app/routes/'),
  ],
  [
    'the environment is read in one place',
    /process\.env/,
    (f) => f.startsWith('app/') && f !== 'app/env.server.ts',
  ],
  ['nothing is put on a page as raw HTML', /dangerouslySetInnerHTML/, (f) => f.startsWith('app/')],
  ['no raw SQL words', /sql\.raw/, (f) => f.startsWith('app/')],
  ['writes go through transact', /\bdb\.(insert|update|delete)\(/, (f) => f.startsWith('app/')],
  ['SQLite-only endings of a query', /\.(all|get|run)\(\)/, (f) => f.startsWith('app/domain/')],
]
test.each(bans)('%s', (_name, pattern, concerns) => {
  const found = ['app', 'db'].flatMap(files).filter((f) => concerns(f) && pattern.test(source(f)))
  expect(found).toEqual([])
})

test('pages and rules hold no 中文 of their own: words live in i18n', () => {
  const han = /[\u4e00-\u9fff]/
  const noComments = (text: string) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
      .replace(/(^|[^:])\/\/.*$/gm, '$1')
  const writesDates = 'app/components/format.ts'
  const spoken = [...files('app/routes'), ...files('app/components')]
    .filter((f) => f !== writesDates)
    .filter((f) => han.test(noComments(source(f))))
  expect(spoken).toEqual([])
})
