import { isKey, type Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'

type Figures = Readonly<Record<string, string | number | readonly string[] | null>>

/** Of these the open data tells yuan. */
const sums: readonly string[] = ['amount', 'lowest', 'awarded', 'winning', 'second']

/** The figures a signal rests on, one after the other. */
export const FlagFigures = ({ figures }: { figures: Figures }) => {
  const t = useT()
  const f = useFormat()
  const said = (name: string, value: Figures[string]) => {
    const named = `flags.${name}.${String(value)}`
    if (isKey(named)) return t(named)
    if (sums.includes(name) && typeof value === 'number') return f.money(Math.round(value * 100))
    return Array.isArray(value) ? value.length : String(value)
  }
  const shown = Object.entries(figures).filter(
    ([name, value]) => value !== null && name !== 'quartiles' && isKey(`flags.figure.${name}`),
  )
  return (
    <span className="tabular-nums">
      {shown.map(([name, value]) => `${t(`flags.figure.${name}` as Key)} ${said(name, value)}`).join(' · ')}
    </span>
  )
}
