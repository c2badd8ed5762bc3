const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether a 统一社会信用代码 has the right form and check digit (GB 32100-2015). Early-pilot codes fail lawfully: warn, and allow a logged override. */
export function usccHolds(code: string): boolean {
  if (!/^[0-9A-Z]{18}$/.test(code)) return false
  const values = [...code].map((c) => alphabet.indexOf(c))
  if (values.includes(-1)) return false
  const total = weights.reduce((acc, w, i) => acc + w * values[i]!, 0)
  return alphabet[(31 - (total % 31)) % 31] === code[17]
}
