import { useT } from '#app/i18n/use-t.ts'

type BarProps = {
  /** From 0 to 1; what is over 1 fills the bar. */
  share: number
  /** Where it should be by now, only where time governs progress. */
  expected?: number
  label?: string
}

const width = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`

/** How much of a whole; always beside its figures, never alone. */
export const Bar = ({ share, expected, label }: BarProps) => {
  const t = useT()
  return (
    <svg
      className="bar"
      role="img"
      aria-label={label ?? t('bar.label', { n: Math.round(share * 1000) / 10 })}
    >
      <rect width={width(share)} height="100%" rx="3" fill="#0f5f5c" />
      {expected === undefined ? null : (
        <rect x={width(expected)} y="-25%" width="2" height="150%" fill="#1d2329" />
      )}
    </svg>
  )
}
