import { categories } from '#db/vocabulary.ts'

export type Entry = { code: string; name: string; category: (typeof categories)[number]; unit: string }

/** Reads catalogue entries as they come out of a sheet, one a line: code, name, category, unit. Null where one cannot be read. */
export function readEntries(typed: string): Entry[] | null {
  const rows = typed
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
  const read = rows.map((row): Entry | null => {
    const [code = '', name = '', kind = '', unit = ''] = row.split(/[，,\t]/).map((part) => part.trim())
    const category = categories.find((c) => c === kind.toUpperCase())
    return /^[A-Z0-9-]{3,20}$/.test(code) && name && category && unit
      ? { code, name: name.slice(0, 60), category, unit: unit.slice(0, 20) }
      : null
  })
  return read.length > 0 && read.length <= 300 && read.every((entry) => entry !== null) ? read : null
}
