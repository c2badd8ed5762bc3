import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Note } from '../card.tsx'

type Warning = { code: string; facts: Record<string, number> }

/** 预警: what the figures of a project say out loud. */
export const Warnings = ({ warnings }: { warnings: readonly Warning[] }) => {
  const t = useT()
  return warnings.map(({ code, facts }) => (
    <Note key={code} kind="late">
      {t(`warning.${code}` as Key, facts)}
    </Note>
  ))
}
