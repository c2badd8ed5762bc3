import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKey, translator } from '#app/i18n/index.ts'
import { parsePb, pbReader } from '#domain/ask/vote/count/parse-pb.ts'
import { cellsOf, cellWords, decimalOf, decimalWords } from '#domain/ask/vote/count/pb-cells.ts'
import { pbLimits } from '#domain/ask/vote/count/pb-lines.ts'
import { writePb } from '#domain/ask/vote/count/write-pb.ts'
import { election, outcomeOf, someElection } from '#tests/support/elections.ts'

const meta = (more: Record<string, string | number> = {}) => {
  const rows = { num_projects: 3, num_votes: 3, budget: 100, vote_type: 'approval', ...more }
  return ['META', 'key;value', ...Object.entries(rows).map(([key, value]) => `${key};${value}`)]
}
const projects = ['PROJECTS', 'project_id;cost;name', '1;60;灯', 'B.2/22;50;亭', '3;40;桥']
const votes = ['VOTES', 'voter_id;vote;voting_method', 'a;1,B.2/22;internet', 'b;1;paper', 'c;;paper']
const good = [...meta(), ...projects, ...votes]
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`

const accepted = (file: string | Uint8Array) => {
  const read = parsePb(file)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.election
}
/** The word and line of a refusal; it must have a sentence in both languages that names the line. */
const refused = (file: string | Uint8Array, limits = pbLimits) => {
  const read = parsePb(file, limits)
  if (read.ok) return 'accepted'
  const key = `refusal.${read.fault.key}`
  if (!isKey(key)) throw new Error(`no words for ${key}`)
  for (const lang of ['zh-CN', 'en'] as const) {
    const sentence = translator(lang)(key, read.fault.params)
    expect(sentence).toMatch(new RegExp(`(第 |Line )${read.fault.line}`))
    expect(sentence).not.toMatch(/\{\{/)
  }
  return `${read.fault.key} ${read.fault.line}`
}
/** The good file with one line in another's place, or more, or none. */
const changed = (line: string, ...by: string[]) => {
  const at = good.indexOf(line)
  if (at < 0) throw new Error(`no line ${line}`)
  return text(good.toSpliced(at, 1, ...by))
}

test('a file in order is an election: equal ballots together, blank ones counted, amounts whole', () => {
  expect(accepted(text(good))).toMatchObject({ kind: 'approval', budget: 100, scale: 1, voters: 3 })
  expect(accepted(text(good)).projects).toEqual([
    { id: '1', cost: 60, name: '灯' },
    { id: 'B.2/22', cost: 50, name: '亭' },
    { id: '3', cost: 40, name: '桥' },
  ])
  expect(outcomeOf(accepted(text(good)), 'greedy').winners).toEqual(['1', '3'])
})

test('a byte order mark, mixed line ends, any case, blank lines, quotes and decimal commas are read', () => {
  const odd = [
    '\uFEFFmeta\r',
    'KEY;Value',
    ...meta({ budget: '"100,50"', Description: '"a ""b"" ; c"' }).slice(2),
    '',
    'Projects;;',
    'cost;project_id;name\r',
    '60.5;"1";"two\nlines; ""here"""',
    '50,25;B.2/22;',
    ' 40 ;3;plain "quotes" inside;',
    '',
    'vOtEs',
    'voter_id;vote\r',
    'a;"1, B.2/22"\r',
    'b;1',
    'c;',
  ].join('\n')
  const read = accepted(odd)
  expect(read).toMatchObject({ budget: 10_050, scale: 100, voters: 3 })
  expect(read.projects).toEqual([
    { id: '1', cost: 6050, name: 'two\nlines; "here"' },
    { id: 'B.2/22', cost: 5025, name: '' },
    { id: '3', cost: 4000, name: 'plain "quotes" inside' },
  ])
  const parsed = parsePb(odd)
  expect(parsed.ok && parsed.meta.get('description')).toBe('a "b" ; c')
})

test.each([
  ['not a word of Pabulib', 'hello\n', 'pb-before-meta 1'],
  ['an empty file', '', 'pb-section-missing 1'],
  ['cut off after META', text(meta()), 'pb-section-missing 6'],
  ['cut off after PROJECTS', text([...meta(), ...projects]), 'pb-section-missing 11'],
  ['cut off within VOTES', text(good.slice(0, -1)), 'pb-count-votes 15'],
  ['cut off within a row', text(good).slice(0, -8), 'pb-cells 16'],
  ['cut off before the header of VOTES', text(good.slice(0, 12)), 'pb-column-missing 12'],
  ['PROJECTS before META', text([...projects, ...meta()]), 'pb-section-missing 1'],
  ['VOTES twice', text([...good, ...votes]), 'pb-section-twice 17'],
  ['too many votes', changed('c;;paper', 'c;;paper', 'd;;paper'), 'pb-count-votes 17'],
  ['wrong num_projects', changed('num_projects;3', 'num_projects;4'), 'pb-count-projects 12'],
  ['no budget', changed('budget;100'), 'pb-key-missing 6'],
  ['budget twice', changed('budget;100', 'budget;100', 'budget;200'), 'pb-key-twice 6'],
  ['a budget in words', changed('budget;100', 'budget;lots'), 'pb-number 5'],
  ['a budget below nought', changed('budget;100', 'budget;-100'), 'pb-number 5'],
  ['a huge budget', changed('budget;100', 'budget;99999999999999999999'), 'pb-huge 5'],
  ['a budget as 1e5', changed('budget;100', 'budget;1e5'), 'pb-number 5'],
  ['a huge cost', changed('3;40;桥', '3;9999999999999;桥'), 'pb-huge 11'],
  ['too fine a cost', changed('3;40;桥', '3;1.1234567;桥'), 'pb-huge 11'],
  ['a cost too fine for a large budget', changed('3;40;桥', '3;999999999999.12345;桥'), 'pb-huge 11'],
  ['a cost of NaN', changed('3;40;桥', '3;NaN;桥'), 'pb-number 11'],
  ['num_votes in words', changed('num_votes;3', 'num_votes;three'), 'pb-number 4'],
  ['an unknown kind of ballot', changed('vote_type;approval', 'vote_type;toString'), 'pb-vote-type 6'],
  ['a default score', text([...meta({ default_score: 2 }), ...projects, ...votes]), 'pb-default-score 7'],
  ['no cost column', changed('project_id;cost;name', 'project_id;name;x'), 'pb-column-missing 8'],
  ['two vote columns', changed('voter_id;vote;voting_method', 'voter_id;vote;vote'), 'pb-column-twice 13'],
  ['a project twice', changed('3;40;桥', '1;40;桥'), 'pb-project-twice 11'],
  ['a project without an id', changed('3;40;桥', ';40;桥'), 'pb-project-id 11'],
  ['a voter twice', changed('b;1;paper', 'a;1;paper'), 'pb-voter-twice 15'],
  ['a voter without an id', changed('b;1;paper', ';1;paper'), 'pb-voter-id 15'],
  ['an unknown project', changed('b;1;paper', 'b;1,9;paper'), 'pb-project-unknown 15'],
  ['an inherited name as project', changed('b;1;paper', 'b;constructor;paper'), 'pb-project-unknown 15'],
  ['a comma too many', changed('b;1;paper', 'b;1,;paper'), 'pb-project-unknown 15'],
  ['a choice twice', changed('b;1;paper', 'b;1,3,1;paper'), 'pb-choice-twice 15'],
  ['a cell too many', changed('b;1;paper', 'b;1;paper;x'), 'pb-cells 15'],
  ['a quote never closed', changed('3;40;桥', '3;40;"桥'), 'pb-quote-open 11'],
  ['words behind a quote', changed('3;40;桥', '3;40;"桥"!'), 'pb-quote-trailing 11'],
  ['a line of META without a value', changed('budget;100', 'budget'), 'pb-cells 5'],
])('%s is refused with its line', (_what, file, fault) => {
  expect(refused(file)).toBe(fault)
})

test('other kinds of ballots are held to their own rules', () => {
  const points = (row: string, kind = 'cumulative') =>
    text([...meta({ num_votes: 1, vote_type: kind }), ...projects, 'VOTES', 'voter_id;vote;points', row])
  expect(outcomeOf(accepted(points('a;1,3;2,5')), 'greedy').winners).toEqual(['3', '1'])
  expect(refused(points('a;1,3;2'))).toBe('pb-points-count 14')
  expect(refused(points('a;1,3;2,-5', 'scoring'))).toBe('pb-points 14')
  expect(refused(points('a;1,3;2,2000000'))).toBe('pb-points 14')
  expect(refused(points('a;1,3;2,0.5'))).toBe('pb-points 14')
  expect(refused(points('a;1,3;2,5', 'choose-1'))).toBe('pb-more-than-one 14')
  expect(refused(text([...meta({ vote_type: 'scoring' }), ...projects, ...votes]))).toBe(
    'pb-column-missing 13',
  )
  const ranked = (row: string) =>
    text([
      ...meta({ num_votes: 1, vote_type: 'ordinal', max_length: 2 }),
      ...projects,
      'VOTES',
      'voter_id;vote',
      row,
    ])
  expect(outcomeOf(accepted(ranked('a;3,1')), 'greedy').winners).toEqual(['3', '1'])
  expect(Array.from(accepted(ranked('a;3,1')).groups.weight)).toEqual([1, 2])
  expect(refused(ranked('a;3,1,B.2/22'))).toBe('pb-too-many-choices 15')
})

test('bytes that are not UTF-8 and lines without an end are refused before they are kept', () => {
  const bytes = new TextEncoder().encode(text(good))
  const broken = bytes.slice()
  broken[text(good).indexOf('灯')] = 0xff
  expect(refused(broken)).toBe('pb-not-utf8 9')
  const reader = pbReader()
  reader.push(new TextEncoder().encode('META\n'))
  const megabyte = new Uint8Array(1 << 20).fill(120)
  expect([reader.push(megabyte), reader.push(megabyte), reader.push(megabyte)]).toEqual([true, false, false])
  expect(reader.end()).toMatchObject({ ok: false, fault: { key: 'pb-line-too-long', line: 2 } })
  expect(refused(text(good), { ...pbLimits, fileBytes: 50 })).toMatch('pb-too-large')
  const open = [...meta(), 'PROJECTS', 'project_id;cost;name', '1;5;"x', ...Array(100_000).fill('y"" ')]
  expect(refused(text(open))).toBe('pb-quote-open 9')
})

test('however a file is cut into pieces, it reads the same', () => {
  const bytes = new TextEncoder().encode(text(good))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), (cuts) => {
      const reader = pbReader()
      let at = 0
      for (const size of [...cuts, bytes.length]) {
        reader.push(bytes.subarray(at, at + size))
        at += size
      }
      expect(reader.end()).toEqual(parsePb(bytes))
    }),
  )
})

test('whatever stands in a file, the answer is an election or a sentence, never a crash', () => {
  const scrap = fc.oneof(
    fc.constantFrom(...good, 'META', 'PROJECTS', 'VOTES', '"', ';', '', '\r', '1;2;3', 'a;1,1;x', '\u0000'),
    fc.string({ maxLength: 30, unit: 'binary' }),
  )
  const lines = fc.array(scrap, { maxLength: 40 }).map((found) => new TextEncoder().encode(found.join('\n')))
  const bent = fc
    .record({ at: fc.nat(text(good).length), drop: fc.nat(30), put: fc.uint8Array({ maxLength: 12 }) })
    .map(({ at, drop, put }) => {
      const bytes = new TextEncoder().encode(text(good))
      return Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(at + drop)])
    })
  fc.assert(
    fc.property(fc.oneof(lines, bent, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const read = parsePb(bytes)
      if (read.ok) outcomeOf(read.election, 'mes_u')
      else expect(refused(bytes)).toBe(`${read.fault.key} ${read.fault.line}`)
    }),
    { numRuns: 400 },
  )
})

test('cells are parted and written back as they were', () => {
  expect(cellsOf('a;"b;""c""";')).toEqual(['a', 'b;"c"', ''])
  expect(cellsOf('""')).toEqual([''])
  expect(cellsOf('a"b;c')).toEqual(['a"b', 'c'])
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
      expect(cellsOf(cells.map(cellWords).join(';'))).toEqual(cells)
    }),
  )
})

test('amounts are read and written without a rounding', () => {
  expect([decimalOf('007,50'), decimalOf('.5'), decimalOf('1 000'), decimalOf('5.')]).toEqual([
    { whole: '7', part: '5' },
    'bad',
    'bad',
    { whole: '5', part: '' },
  ])
  expect([
    decimalWords(245_848_822, 100),
    decimalWords(5, 100),
    decimalWords(100, 100),
    decimalWords(7, 1),
  ]).toEqual(['2458488.22', '0.05', '1', '7'])
})

test('what is written out reads back as the same election, and tells nothing of the order of voting', () => {
  const about = {
    description: '一 "二"；三;\n四',
    country: '中国',
    unit: '云溪',
    instance: '2026',
    rule: 'equalshares',
  }
  const written = { ...about, dateBegin: '01.11.2026', dateEnd: '15.11.2026', selected: [] }
  fc.assert(
    fc.property(someElection, (town) => {
      const of = election({ ...town, scale: 100 })
      const file = writePb(of, written)
      const again = accepted(file)
      expect(again).toMatchObject({ voters: of.voters, kind: of.kind })
      expect(again.budget * of.scale).toBe(of.budget * again.scale)
      expect(outcomeOf(again, 'greedy').winners).toEqual(outcomeOf(of, 'greedy').winners)
      expect(writePb(election({ ...town, scale: 100, ballots: town.ballots.toReversed() }), written)).toBe(
        file,
      )
    }),
    { numRuns: 60 },
  )
})
