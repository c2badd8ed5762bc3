import { type dutyKinds, dutyKinds as kinds } from '#db/vocabulary.ts'
import type { Desk } from './duties-data.ts'
import { deskWords, kindWords } from './duty-words-data.ts'

export type DutyLine = {
  code: string
  kind: (typeof dutyKinds)[number]
  title: string
  ground: string
  desks: Desk[]
  office: string | null
}
export type DutyFault = {
  line: number
  key: 'code' | 'twice' | 'kind' | 'title' | 'ground' | 'desks' | 'office'
}

const desks = ['committee', 'station', 'grid', 'street'] as const
const wordIn = <T extends string>(known: readonly T[], words: Readonly<Record<string, T>>, said: string) =>
  words[said] ?? known.find((one) => one === said) ?? null

const within = (words: string, least: number, most: number) =>
  [...words].length >= least && [...words].length <= most

/** The desks as they are written in one cell; null where one is unknown or none is named. */
function desksIn(said: string): Desk[] | null {
  const found = said
    .split(/[,，、;；\s]+/)
    .filter(Boolean)
    .map((word) => wordIn(desks, deskWords, word))
  return found.length === 0 || found.includes(null) ? null : desks.filter((desk) => found.includes(desk))
}

/** One line of the list, or what is wrong with it; a duty of government is the street's, with its office. */
function readLine(cells: readonly string[]): DutyLine | DutyFault['key'] {
  const [no = '', said = '', title = '', ground = '', at = '', office = ''] = cells
  const code = no.normalize('NFKC')
  const kind = wordIn(kinds, kindWords, said.normalize('NFKC'))
  const named = desksIn(at.normalize('NFKC'))
  if (!/^[A-Z]\d{2,4}$/.test(code)) return 'code'
  if (!kind) return 'kind'
  if (!within(title, 2, 60)) return 'title'
  if (!within(ground, 2, 120)) return 'ground'
  if (!named || (kind === 'government' && named.includes('committee'))) return 'desks'
  if (office.length > 60 || (kind === 'government' && !office)) return 'office'
  return { code, kind, title, ground, desks: named, office: office || null }
}

/** 权责清单 from typed lines or a sheet, tab between cells; a first line that begins with no number is its heading. */
export function readDuties(words: string): { lines: DutyLine[]; faults: DutyFault[] } {
  const lines: DutyLine[] = []
  const faults: DutyFault[] = []
  for (const [at, text] of words.split(/\r?\n/).entries()) {
    const cells = text.split('\t').map((cell) => cell.trim())
    if (cells.every((cell) => cell === '') || (at === 0 && !/\d/.test(cells[0] ?? ''))) continue
    const read = readLine(cells)
    if (typeof read === 'string') faults.push({ line: at + 1, key: read })
    else if (lines.some(({ code }) => code === read.code)) faults.push({ line: at + 1, key: 'twice' })
    else lines.push(read)
  }
  return { lines, faults }
}
