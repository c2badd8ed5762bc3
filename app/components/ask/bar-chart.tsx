import { useT } from '#app/i18n/use-t.ts'

type ChartBar = { label: string; share: number | null; said: string }
const [WIDTH, STEP, BAR, TOP] = [320, 46, 16, 18]
const [INK, TEAL, HAIR] = ['#1d2329', '#0f5f5c', '#c9c4b8']
const LONGEST = 18
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** Bars drawn by the server, one an option; what is hidden is an empty frame. The figures stand in a table beside it. */
export const BarChart = ({ text, bars }: { text: string; bars: readonly ChartBar[] }) => {
  const t = useT()
  return (
    <svg
      className="w-full max-w-[24rem]"
      viewBox={`0 0 ${WIDTH} ${bars.length * STEP}`}
      role="img"
      aria-label={t('report.chart', { text })}
    >
      {bars.map(({ label, share, said }, at) => (
        <g key={label} transform={`translate(0 ${at * STEP})`} fontSize="14" fill={INK}>
          <text y="13">{short(label)}</text>
          <text x={WIDTH} y="13" textAnchor="end">
            {said}
          </text>
          <rect
            x="0.5"
            y={TOP}
            width={WIDTH - 1}
            height={BAR}
            fill="none"
            stroke={HAIR}
            strokeDasharray={share === null ? '4 4' : undefined}
          />
          {share === null ? null : (
            <rect y={TOP} width={Math.min(1, share) * WIDTH} height={BAR} fill={TEAL} />
          )}
        </g>
      ))}
    </svg>
  )
}
