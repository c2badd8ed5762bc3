import { createInstance } from 'i18next'
import type { Word } from './chapter.ts'
import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

export type Key = keyof typeof zhCN
export type Lang = 'zh-CN' | 'en'
export type Params = Readonly<Record<string, string | number>>
export type Translate = (key: Key, params?: Params) => string

function formsOf(words: Readonly<Record<string, Word>>) {
  const forms: Record<string, string> = {}
  for (const key in words) {
    const word = words[key]!
    if (typeof word === 'string') forms[key] = word
    else Object.assign(forms, { [`${key}_one`]: word.one, [`${key}_other`]: word.other })
  }
  return forms
}

/** A quotation within a quotation takes the inner marks, whoever wrote it (GB/T 15834). */
export const quoted = (text: string) => {
  if (!/“[^”]*“/.test(text)) return text
  let depth = 0
  return text.replace(/[“”]/g, (mark) => {
    if (mark === '“') {
      depth += 1
      return depth > 1 ? '‘' : mark
    }
    depth -= 1
    return depth > 0 ? '’' : mark
  })
}

const dictionary = (lang: Lang, words: Readonly<Record<string, Word>>): Translate => {
  const i18n = createInstance()
  i18n.init({
    lng: lang,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
    interpolation: { escapeValue: false },
    resources: { [lang]: { translation: formsOf(words) } },
  })
  const count = (params?: Params) => (typeof params?.n === 'number' ? { count: params.n } : {})
  return (key, params) => quoted(i18n.t(key, { ...count(params), nest: false, replace: params ?? {} }))
}

const words = { 'zh-CN': zhCN, en }
const dictionaries: Partial<Record<Lang, Translate>> = {}

/** Speaks one language: give a key and its values, get the words; `n` also chooses singular or plural. */
export const translator = (lang: Lang): Translate => {
  dictionaries[lang] ??= dictionary(lang, words[lang])
  return dictionaries[lang]
}

export const isKey = (text: string): text is Key => Object.hasOwn(zhCN, text)

/** A key with its values in one string, for places that carry only strings, such as form errors. */
export const tell = (key: string, params?: Params) =>
  params && Object.keys(params).length > 0
    ? `${key}?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))}`
    : key

/** The words for what `tell` made; anything that is no key is shown as it is. */
export const told = (t: Translate, message: string) => {
  const cut = message.indexOf('?')
  const key = cut < 0 ? message : message.slice(0, cut)
  if (!isKey(key)) return message
  const values = Object.fromEntries(new URLSearchParams(cut < 0 ? '' : message.slice(cut + 1)))
  return t(key, values.n !== undefined ? { ...values, n: Number(values.n) } : values)
}
