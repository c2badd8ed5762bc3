import { useT } from '#app/i18n/use-t.ts'
import type { resourceKinds } from '#db/vocabulary.ts'
import { Empty } from '../card.tsx'
import { Matters } from '../matters.tsx'

type Resource = {
  id: string
  kind: (typeof resourceKinds)[number]
  name: string
  address: string
  opens: number | null
  closes: number | null
  listed: boolean
  owner?: string
}

/** Things that are lent, as rows. */
export const ResourceList = ({ resources }: { resources: readonly Resource[] }) => {
  const t = useT()
  if (resources.length === 0) return <Empty>{t('resources.none')}</Empty>
  return (
    <Matters
      matters={resources.map((r) => ({
        key: r.id,
        kind: t(`resource.kind.${r.kind}`),
        title: r.name,
        to: `/resources/${r.id}`,
        left: r.listed
          ? r.opens === null || r.closes === null
            ? t('resource.by-day')
            : t('resource.by-hour', { from: r.opens, to: r.closes })
          : t('resource.closed'),
        say: [r.owner, r.address].filter(Boolean).join(' · '),
      }))}
    />
  )
}
