import { useShell } from '#app/components/shell/shell.ts'
import { type Lang, type Translate, translator } from './index.ts'

/** The language this page is being read in. */
export const useLang = (): Lang => useShell().lang

/** The words of this page's language. */
export const useT = (): Translate => translator(useLang())
