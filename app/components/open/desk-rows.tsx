import { isKey, type Translate, told } from '#app/i18n/index.ts'
import type { ShownItem } from '#domain/open/desk.ts'
import { Due } from '../due.tsx'
import { Money } from '../money.tsx'
import { Road } from '../road.tsx'
import type { Row } from '../rows.tsx'

const marks = { statute: 'law', reference: 'reference', local: 'local' } as const
/** What is to be done, in words. */
export const sentenceOf = (t: Translate, { key, params = {} }: Pick<ShownItem, 'key' | 'params'>) =>
  told(t, `desk.${key}?${new URLSearchParams(Object.entries(params).map(([k, v]) => [k, String(v)]))}`)

/** What a deadline rests on: an article, words of ours, or the notice that names the day. */
const sourceOf = (t: Translate, source: string) => {
  if (isKey(source)) return t(source)
  return /^[A-Z]{2}-\d{4}-/.test(source) ? t('desk.source.notice', { ref: source }) : source
}

/** Desk items as rows: a verb, its matter, the small road, the deadline with its article, one action. */
export const deskRows = (items: readonly ShownItem[], t: Translate): Row[] =>
  items.map((item) => ({
    key: `${item.key}${item.link}${item.matter}`,
    title: sentenceOf(t, item),
    to: item.link,
    of: (
      <>
        {item.matter}
        {item.amount !== undefined ? (
          <>
            {' '}
            <Money fen={item.amount as never} />
          </>
        ) : null}
      </>
    ),
    road: item.chapter && <Road size="mini" at={item.chapter} here={50} />,
    due: item.due ? (
      <Due
        on={item.due.last}
        left={item.due.left}
        mark={marks[item.due.mark]}
        article={sourceOf(t, item.due.source)}
      />
    ) : undefined,
    action: item.kind === 'act' ? { to: item.link, label: t('desk.go') } : undefined,
  }))
