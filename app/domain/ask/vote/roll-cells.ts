import type { ageBands } from '#db/vocabulary.ts'

type AgeBand = (typeof ageBands)[number]
/** A grid of the community, as a roll may name it. */
export type RollGrid = { id: string; name: string; code: string }

export const cellsOf = (line: string) =>
  (line.includes('\t') ? line.split('\t') : line.split(/[,，]/)).map(bare)
const bare = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()

const floors: ReadonlyArray<[number, AgeBand]> = [
  [80, '80+'],
  [60, '60-79'],
  [36, '36-59'],
  [18, '18-35'],
  [0, 'under18'],
]
export const bandOf = (age: number | null) =>
  age === null ? null : floors.find(([floor]) => age >= floor)![1]

/** Nobody is older; a year of birth in the column of ages is none. */
const oldest = 120
/** An age, or the youngest of a band, as people write it; undefined when it is neither. */
export function ageIn(words: string): number | null | undefined {
  if (words === '') return null
  const [youngest] = words.normalize('NFKC').match(/\d+/) ?? []
  return youngest === undefined || Number(youngest) > oldest ? undefined : Number(youngest)
}
/** 门牌: one door however it is typed, full-width figures, blanks and dashes made alike; a blank stays only between Latin words. */
export const doorIn = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/\s*[\u2010-\u2015\u2212-]+\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, '')
    .trim()
export const phoneIn = (words: string) => {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86/, '')
  return plain === '' ? null : /^1\d{10}$/.test(plain) ? plain : undefined
}
/** 户籍, 非户籍, either with the months lived here; nothing: registered here. */
export function residenceIn(words: string) {
  if (words === '') return { nonlocal: false, livedMonths: null }
  const read = words.normalize('NFKC').match(/^(\u975e?)\u6237\u7c4d\s*(\d{0,4})\D*$/)
  if (!read) return undefined
  return { nonlocal: read[1] !== '', livedMonths: read[2] ? Number(read[2]) : null }
}

/** 身份证号 is never asked: whatever looks like one, or a heading that asks for one, is refused and not kept. */
export const identity =
  /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)|\u8eab\u4efd\u8bc1|\u8bc1\u4ef6\u53f7|\bID (card|no|number)/i
/** A grid by its name or its code; nothing: none named; undefined: no grid of this community. */
export function gridIn(words: string, grids: readonly RollGrid[]) {
  if (words === '') return null
  return grids.find(({ name, code }) => words === name || words === code)?.id
}
/** 3号楼, 乙栋: a number and what a building is called. */
const called =
  /^[^-—–]{0,16}?[\dA-Za-z\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u7532\u4e59\u4e19\u4e01](?:\u53f7\u697c|\u680b|\u5e62|\u5ea7)/u
const dashed = /^([^-—–]*[\d\p{Script=Han}][^-—–]*?)\s*[-—–]/u
/** 楼栋: as named, or what the door begins with: a building by its number, or what stands before the first dash where that is a number or a name. */
export const buildingIn = (words: string, householdKey: string) =>
  words || (called.exec(householdKey)?.[0] ?? dashed.exec(householdKey)?.[1] ?? null)

/** 称呼, 姓名: the headings of the sheet one fills in. */
export const isHeading = (cells: readonly string[]) =>
  /^(\u79f0\u547c|\u59d3\u540d|name\b)/i.test(cells[0] ?? '') && !cells.some((cell) => identity.test(cell))
