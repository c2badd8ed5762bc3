import { useFormat } from '#app/components/format.ts'
import { Tag } from '#app/components/tag.tsx'
import { Timeline } from '#app/components/timeline.tsx'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

type Notice = {
  id: string
  message: string
  params: Record<string, string> | null
  at: Date | string
  readAt: Date | string | null
}

/** What somebody was told, by its day; opening one leads to its matter, and it is new no more. */
export const NoticeRows = ({ notices }: { notices: readonly Notice[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Timeline
      moments={notices.map(({ id, message, params, at, readAt }) => ({
        key: id,
        when: f.dateTime(at),
        title: (
          <>
            <a href={`/me/notices/${id}`}>
              {told(t, `notice.${message}?${new URLSearchParams(params ?? {})}`)}
            </a>
            {readAt ? null : (
              <span className="ml-3">
                <Tag kind="live">{t('notices.mine.new')}</Tag>
              </span>
            )}
            {params?.stop ? (
              <a className="small hit ml-3" href={params.stop}>
                {t('notice.stop')}
              </a>
            ) : null}
          </>
        ),
      }))}
    />
  )
}
