import { useT } from '#app/i18n/use-t.ts'
import type { PartyRecord } from '#domain/rate/record/record-of-party.ts'
import { Facts } from '../check-answers.tsx'
import { ContractTag } from '../deliver/contract-tag.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { wayPage } from '../open/way-words.ts'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { useMean } from './rating-words.tsx'

/** Who it is, as it is registered. */
export const RegistrationFacts = ({ party }: { party: PartyRecord['party'] }) => {
  const t = useT()
  const f = useFormat()
  const known = (term: string, text: string | number | null | undefined) =>
    text ? [{ term, text: String(text) }] : []
  const credit = t(`org.credit.${party.credit}`)
  return (
    <Facts
      facts={[
        { term: t('orgs.kind'), text: t(`org.kind.${party.kind as 'organisation'}`) },
        ...known(t('org.form'), party.form && t(`org.form.${party.form}`)),
        ...known(t('org.uscc'), party.uscc),
        ...known(
          t('org.grade'),
          party.grade &&
            (party.gradeUntil
              ? t('org.grade.until', { grade: party.grade, date: f.day(party.gradeUntil) })
              : party.grade),
        ),
        ...known(t('org.year'), party.registeredYear),
        ...known(t('body.registration'), party.registration && t(`body.registration.${party.registration}`)),
        ...known(t('body.supervisor'), party.supervisorName),
        ...known(t('body.decoupled'), party.decoupledOn && f.day(party.decoupledOn)),
        ...known(t('body.certificate'), party.certificateUntil && f.day(party.certificateUntil)),
        ...known(t('body.filed-with'), party.filedWith),
        ...known(t('body.filed-on'), party.filedOn && f.day(party.filedOn)),
        {
          term: t('org.credit'),
          text: party.creditSince
            ? t('org.credit.since', { state: credit, date: f.day(party.creditSince) })
            : credit,
        },
        ...known(t('org.fields'), party.fields.join(' · ')),
      ]}
    />
  )
}

/** How it did: every figure with what it is a share of. */
export const RecordFigures = ({ record }: { record: PartyRecord }) => {
  const t = useT()
  const f = useFormat()
  const mean = useMean()
  const { timeliness: on, ratings, terminated, received } = record
  return (
    <Facts
      facts={[
        {
          term: t('org.timely'),
          text:
            on.of === 0
              ? t('org.timely.none')
              : `${f.percent(on.inTime / on.of)} · ${t('org.timely.n', { inTime: on.inTime, of: on.of })}`,
        },
        { term: t('org.ratings'), text: mean(ratings.summary, ratings.least) },
        { term: t('org.fixes'), text: t('org.fixes.n', ratings.fixes) },
        { term: t('org.terminated'), text: f.number(terminated) },
        { term: t('org.received'), text: <Money fen={received} /> },
      ]}
    />
  )
}

type Project = PartyRecord['projects'][number]
/** Where it stands in the words of its own way. */
const ProjectState = ({ project: p }: { project: Project }) => {
  const t = useT()
  if (p.kind === 'contract') return <ContractTag state={p.state} />
  if (p.kind === 'minor')
    return <Tag kind={p.state === 'working' ? 'live' : 'done'}>{t(`minor.state.${p.state}`)}</Tag>
  if (p.state === 'closed' || p.state === 'expired') return <Tag>{t(`framework.state.${p.state}`)}</Tag>
  return <Tag kind={p.state === 'signed' ? 'live' : 'plain'}>{t(`provider.state.${p.state}`)}</Tag>
}

/** What it is called, and where it went another way than by a contract, that way's own page. */
const ProjectName = ({ project: p }: { project: Project }) => {
  const t = useT()
  return (
    <>
      <a href={`/projects/${p.planId}`}>{p.title}</a>
      {p.kind === 'contract' ? null : (
        <span className="block">
          <a className="quiet" href={wayPage(p)}>
            {t(`project.way.${p.kind}`)}
          </a>
        </span>
      )}
    </>
  )
}

/** What it took on, each with its money and its own way to the voucher. */
export const RecordProjects = ({ projects }: { projects: PartyRecord['projects'] }) => {
  const t = useT()
  return (
    <Table
      caption={t('org.projects')}
      captionHidden
      columns={[
        { head: t('org.project') },
        { head: t('org.project.buyer') },
        { head: t('org.project.price'), money: true },
        { head: t('org.project.paid'), money: true },
        { head: t('org.timely') },
        { head: t('org.project.state') },
      ]}
      rows={projects.map((p) => ({
        key: `${p.kind} ${p.id}`,
        cells: [
          <ProjectName key="t" project={p} />,
          p.buyer,
          p.price === null ? t('org.project.by-order') : <Money key="p" fen={p.price} />,
          <a key="d" href={`/open/ledger?plan=${p.planId}`}>
            <Money fen={p.paid} />
          </a>,
          p.timeliness.of ? t('org.timely.n', { inTime: p.timeliness.inTime, of: p.timeliness.of }) : '—',
          <ProjectState key="s" project={p} />,
        ],
      }))}
    />
  )
}
