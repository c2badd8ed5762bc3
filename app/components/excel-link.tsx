import { useT } from '#app/i18n/use-t.ts'

/** 导出 Excel: the list of this page as a file; where a page has two, each says which. */
export const ExcelLink = ({ to, label }: { to: string; label?: string }) => {
  const t = useT()
  return (
    <p className="links screen">
      <a className="hit" href={to}>
        {label ?? t('sheet.excel')}
      </a>
    </p>
  )
}
