import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

const posts = ['acceptor', 'committee', 'centre'] as const
type Sign = { role: string; met: boolean; words: string; by?: string; at?: Date }

/** The three posts of an acceptance group: what each signed, or that it has not yet. */
export const Signatures = ({ signs, open }: { signs: readonly Sign[]; open?: boolean }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('acceptance.group')}
      captionHidden
      columns={[
        { head: t('acceptance.post') },
        { head: t('acceptance.said') },
        { head: t('acceptance.words') },
      ]}
      rows={posts.map((post) => {
        const sign = signs.find((s) => s.role === post)
        if (!sign)
          return {
            key: post,
            cells: [
              t(`acceptance.post.${post}`),
              <Tag key="tag" kind="wait">
                {t(open ? 'acceptance.unsigned' : 'acceptance.not-signed')}
              </Tag>,
              '',
            ],
          }
        const when = [sign.by, sign.at ? f.dateTime(sign.at) : ''].filter(Boolean).join(' ')
        return {
          key: post,
          cells: [
            t(`acceptance.post.${post}`),
            <Tag key="tag" kind={sign.met ? 'done' : 'late'}>
              {t(sign.met ? 'acceptance.met' : 'acceptance.not-met')}
            </Tag>,
            <span key="words" className="whitespace-pre-line">
              {sign.words}
              {when ? <span className="small quiet block">{when}</span> : null}
            </span>,
          ],
        }
      })}
    />
  )
}
