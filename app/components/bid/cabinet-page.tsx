import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { CabinetPage as Kept } from '#domain/buy/proposal/cabinet/read-cabinet.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Page } from '../page.tsx'
import { RecordSaid, TextsSaid } from './part-content.tsx'
import { Clash } from './part-saved.tsx'

type Drawer = 'facts' | 'record' | 'texts' | 'team'

/** What stands in a drawer now, to read beside what one was typing. */
const Stands = ({ page: { cabinet }, drawer }: { page: Kept; drawer: Drawer }) => {
  const t = useT()
  if (drawer === 'record') return <RecordSaid experience={cabinet.experience} finance={cabinet.finance} />
  if (drawer === 'texts') return <TextsSaid said={cabinet.texts} />
  if (drawer === 'team') return <p>{cabinet.team.map((m) => m.certNo).join(' · ')}</p>
  const bank =
    cabinet.bank && t('bid.bank.tail', { name: cabinet.bank.name, tail: cabinet.bank.account.slice(-4) })
  return (
    <Facts
      facts={[
        { term: t('bid.organisation.contact'), text: cabinet.contact },
        { term: t('bid.organisation.bank'), text: bank ?? '' },
      ]}
    />
  )
}

/** One drawer of the cabinet, with the way back. */
export const CabinetPage = ({
  page,
  drawer,
  children,
}: {
  page: Kept
  drawer: Drawer
  children: ReactNode
}) => {
  const t = useT()
  const f = useFormat()
  const { saved, party } = page
  return (
    <Page
      narrow
      back={{ to: '/cabinet', label: t('cabinet.back') }}
      eyebrow={party.name}
      title={t(`cabinet.${drawer}`)}
    >
      {saved ? (
        <p className="small quiet">{t('cabinet.saved', { by: saved.by, at: f.dateTime(saved.at) })}</p>
      ) : null}
      <Clash saved={saved}>
        <Stands page={page} drawer={drawer} />
      </Clash>
      {children}
    </Page>
  )
}
