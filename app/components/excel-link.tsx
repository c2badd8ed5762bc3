import { useT } from '#app/i18n/use-t.ts'

/** 导出 Excel: the list of this page as a file. */
export const ExcelLink = ({ to }: { to: string }) => {
  const t = useT()
  return (
    <p className="links screen">
      <a className="hit" href={to}>
        {t('sheet.excel')}
      </a>
    </p>
  )
}
