import type { SurveyQuestion } from '#db/schema/ask.ts'
import { Refusal } from '../../refusal.ts'
import type { TypedAnswers } from './forms.ts'

export type Answers = Record<string, string | string[] | number>
const SCALE = 5
const wrong = (reason: string, at: number, more: Record<string, string | number> = {}) =>
  new Refusal('invalid', reason, { at: at + 1, ...more })

function choices(question: SurveyQuestion, at: number, typed: string | string[]): string[] {
  const chosen = [...new Set([typed].flat().filter(Boolean))]
  if (chosen.some((c) => !question.options?.includes(c))) throw wrong('survey-no-such-option', at)
  const most = question.kind === 'single' || question.kind === 'place' ? 1 : (question.max ?? chosen.length)
  if (chosen.length > most) throw wrong('survey-too-many-choices', at, { most })
  return chosen
}

function ranked(question: SurveyQuestion, at: number, typed: string | string[]): string[] {
  const order = [typed].flat().filter(Boolean)
  if (new Set(order).size < order.length) throw wrong('survey-ranked-twice', at)
  return choices(question, at, order)
}

function whole(question: SurveyQuestion, at: number, typed: string): number {
  const value = Number(typed.normalize('NFKC').trim())
  const [least, most] = question.kind === 'scale' ? [1, SCALE] : [0, question.max ?? 1_000_000]
  if (!Number.isInteger(value) || value < least || value > most)
    throw wrong('survey-number', at, { least, most })
  return value
}

function one(
  question: SurveyQuestion,
  at: number,
  typed: string | string[],
): string | string[] | number | undefined {
  const text = [typed].flat().join('\n').trim()
  if (!text) return undefined
  if (question.kind === 'single' || question.kind === 'place') return choices(question, at, typed)[0]
  if (question.kind === 'rank') return ranked(question, at, typed)
  if (question.kind === 'multiple') return choices(question, at, typed)
  if (question.kind === 'short_text') return text.slice(0, 500)
  return whole(question, at, text)
}

/** Checks one question's answer by itself, as the phone sends it. */
export function checkAnswer(question: SurveyQuestion, at: number, typed: string | string[]) {
  if (one(question, at, typed) === undefined && question.needed) throw wrong('survey-needed', at)
}

/** That nothing is missing which must be answered; asked of whoever answers himself, never of paper. */
export function checkNeeded(questions: readonly SurveyQuestion[], answers: Answers) {
  const missing = questions.findIndex(({ id, needed }) => needed && answers[id] === undefined)
  if (missing >= 0) throw wrong('survey-needed', missing)
}

/** Checks what was typed against the fixed questions; any question may be left out, but not all. */
export function readAnswers(questions: readonly SurveyQuestion[], typed: TypedAnswers): Answers {
  const read = questions.flatMap((question, at) => {
    const answer = typed[question.id] === undefined ? undefined : one(question, at, typed[question.id]!)
    return answer === undefined ? [] : [[question.id, answer] as const]
  })
  if (read.length === 0) throw new Refusal('invalid', 'survey-nothing-answered')
  return Object.fromEntries(read)
}

/** `1 4 5` and `145` are the same three options; `0` is the tenth, where there is one. */
function optionsIn(question: SurveyQuestion, at: number, code: string): string[] {
  const options = question.options ?? []
  const known = (n: number) => {
    const option = options[n - 1]
    if (!option) throw wrong('survey-no-such-option', at)
    return option
  }
  return code
    .split(/[\s,，、.]+/)
    .filter(Boolean)
    .flatMap((word) => {
      const n = Number(word)
      if (!/^\d+$/.test(word) || (n >= 1 && n <= options.length)) return [known(n)]
      return [...word].map((digit) => known(digit === '0' ? 10 : Number(digit)))
    })
}

/** Turns the numbers a clerk typed (`2`, `145`) into the options they stand for. */
export function decodeCodes(
  questions: readonly SurveyQuestion[],
  codes: Record<string, string>,
): TypedAnswers {
  const entries: Array<[string, string | string[]]> = []
  for (const [at, question] of questions.entries()) {
    const code = codes[question.id]?.normalize('NFKC').trim()
    if (code) entries.push([question.id, question.options ? optionsIn(question, at, code) : code])
  }
  return Object.fromEntries(entries)
}
