import { isKey } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'

type Figure = { code: string; about: string; value: number; unit: string }

/** The name of a figure: a clock has one; of the others it is what was first written of them. */
export const useFigureNamed = () => {
  const t = useT()
  return ({ code, about }: Pick<Figure, 'code' | 'about'>) => {
    const key = `rules.name.${code}`
    return isKey(key) ? t(key) : about
  }
}
/** A figure with its unit, in words. */
export const useFigureSaid = () => {
  const t = useT()
  const f = useFormat()
  return ({ value, unit }: Pick<Figure, 'value' | 'unit'>) =>
    unit === 'fen' ? f.money(value) : t(`rules.unit.${unit as 'wd'}`, { n: value })
}
