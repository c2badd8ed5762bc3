import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from './format.ts'

export type DueProps = {
  /** The last day, or the exact instant when `timed`. */
  on: Date | number | string
  timed?: boolean
  /** Days left, today counted as the rule counts; negative when over. */
  left?: number
  count?: 'working' | 'calendar'
  /** 法定, 参照 (below threshold) or 区内时限: never blur the three. */
  mark?: 'law' | 'reference' | 'local'
  article?: string
}

/** How much time is left, in words. */
export const useLeft = () => {
  const t = useT()
  return (left: number, count: 'working' | 'calendar' = 'working') => {
    if (left < 0) return t(`due.late.${count}`, { n: -left })
    return left === 0 ? t('due.today') : t(`due.left.${count}`, { n: left })
  }
}

/** A source that begins with its own mark says it once. */
const withoutMark = (article: string, mark: string) =>
  article.startsWith(mark) ? article.slice(mark.length).replace(/^[：:]\s*/, '') : article

/** The article a deadline rests on, marked by what kind of rule that is. */
export const Ground = ({ mark, article }: { mark?: DueProps['mark']; article: string }) => {
  const t = useT()
  return (
    <cite>
      {mark ? <span className="mark">{t(`due.mark.${mark}`)}</span> : null}
      {mark ? withoutMark(article, t(`due.mark.${mark}`)) : article}
    </cite>
  )
}

/** A deadline: its date, what is left, and the article it rests on, marked by what kind of rule that is. */
export const Due = ({ on, timed, left, count = 'working', mark, article }: DueProps) => {
  const format = useFormat()
  const say = useLeft()
  return (
    <div className="due">
      <b>
        {format.shortDate(on)}
        {timed ? ` ${format.time(on)}` : ''}
      </b>
      {left === undefined ? null : (
        <span className={left < 0 ? 'late' : left <= 1 ? 'soon' : undefined}>{say(left, count)}</span>
      )}
      {article ? <Ground mark={mark} article={article} /> : null}
    </div>
  )
}
