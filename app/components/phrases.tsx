import { Fragment, type ReactNode } from 'react'
import { leadingWord } from '#app/i18n/leading-words.ts'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const known = new Map<string, readonly string[]>()
const han = /^\p{sc=Han}+$/u

/** Breaks Chinese into what may stand at the head of a line: a lone character stays with the word before it. */
function phrasesOf(text: string): readonly string[] {
  const phrases: string[] = []
  let last = ''
  for (const { segment } of segmenter.segment(text.replace(/(\d) (?=\p{sc=Han})/gu, '$1\u00a0'))) {
    const opens = han.test(segment) && han.test(last) && (segment.length > 1 || leadingWord.test(segment))
    if (phrases.length === 0 || (opens && !leadingWord.test(last))) phrases.push(segment)
    else phrases[phrases.length - 1] += segment
    last = segment
  }
  return phrases
}

function kept(text: string) {
  const found = known.get(text) ?? phrasesOf(text)
  if (known.size > 5_000) known.clear()
  known.set(text, found)
  return found
}

/** A heading's words, broken by phrase and never within a word. */
export const Phrases = ({ children }: { children: ReactNode }) =>
  typeof children === 'string' ? (
    <span className="phrases">
      {kept(children).map((phrase, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the words is what they are
        <Fragment key={at}>
          {at > 0 ? <wbr /> : null}
          {phrase}
        </Fragment>
      ))}
    </span>
  ) : (
    children
  )
