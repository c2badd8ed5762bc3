import { plainNumbers, plainWords } from './plain-words.ts'
import { wordDiff } from './word-diff.ts'

type Change = { field: string; was: string; now: string; claimed: boolean }
/** A slip of the pen is this short, and touches no number, no duty and no measure. */
const slip = 6
const heavy =
  /[0-9一二三四五六七八九十百千万两半每次年月周日天时分秒名位人元%不未无非须应必可至少多以上下内外前后全各]/

const meant = (text: string) => plainNumbers(plainWords(text).flat.replace(/[,。;:!?、]/g, ''))

/**
 * 是否影响响应文件编制, by rule and not by whoever drafts: a condition, the ceiling or a file always; words of the
 * requirement unless they mean the same, or only a slip of the pen is put right (实施条例 第三十一条).
 */
export function isMaterial({ field, was, now, claimed }: Change): boolean {
  if (field === 'deadline') return false
  if (field !== 'requirement' || claimed) return true
  if (meant(was) === meant(now)) return false
  const changed = wordDiff(was, now)
    .filter((piece) => piece.kind !== 'same')
    .map((piece) => piece.text)
    .join('')
  return changed.length > slip || heavy.test(changed)
}
