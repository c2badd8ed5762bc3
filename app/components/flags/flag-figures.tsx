import { isKey, type Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

type Figures = Readonly<Record<string, string | number | readonly string[] | null>>

/** The figures a signal rests on, one after the other. */
export const FlagFigures = ({ figures }: { figures: Figures }) => {
  const t = useT()
  const said = (name: string, value: Figures[string]) => {
    const named = `flags.${name}.${String(value)}`
    if (isKey(named)) return t(named)
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
