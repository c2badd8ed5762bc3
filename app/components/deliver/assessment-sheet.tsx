import { useLang, useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Item = { code: string; zh: string; en: string; max: number; mean?: number }

/** The words of an item in the reader's language. */
export const itemWords = (item: Pick<Item, 'zh' | 'en'>, lang: string) => (lang === 'en' ? item.en : item.zh)

/** 评分表: every item with its most, and what it was given on average where it was scored. */
export const AssessmentSheet = ({ items }: { items: readonly Item[] }) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const scored = items.some((item) => item.mean !== undefined)
  return (
    <Table
      caption={t('assessment.sheet')}
      captionHidden
      columns={[
        { head: t('assessment.item') },
        ...(scored ? [{ head: t('assessment.mean') }] : []),
        { head: t('assessment.max') },
      ]}
      rows={items.map((item) => ({
        key: item.code,
        cells: [itemWords(item, lang), ...(scored ? [f.number(item.mean ?? 0)] : []), f.number(item.max)],
      }))}
    />
  )
}

/** How a score becomes a grade, by the figures of the place. */
export const GradeRule = ({ grades, source }: { grades: { a: number; b: number }; source: string }) => {
  const t = useT()
  return (
    <p className="quiet small">
      {t('assessment.grades', grades)} {source}
    </p>
  )
}
