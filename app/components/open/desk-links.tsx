import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Role } from '#db/vocabulary.ts'

const community = ['surveys', 'suggestions', 'topics', 'needs', 'meetings', 'rounds'] as const
const buyer = ['needs', 'plans', 'tenders', 'contracts', 'payments'] as const
const supplier = [
  'tenders.open',
  'orders',
  'work',
  'payments',
  'ratings',
  'body',
  'cabinet',
  'settlements',
] as const
/** Where each seat's standing work lies: three to seven doors, never more. */
const doors: Partial<Record<Role, readonly string[]>> = {
  committee_clerk: [...community, 'appraisals', 'ratings', 'care', 'residents', 'books'],
  committee_director: [...community, 'sanctions', 'books'],
  supervision_member: ['oversight', 'books', 'ratings', 'meetings', 'rounds', 'flags', 'concentration'],
  station_clerk: ['kin', 'care', 'residents', 'suggestions', 'surveys', 'ratings', 'books'],
  grid_worker: ['suggestions'],
  street_handler: [...buyer, 'cofund', 'sanctions', 'care', 'settlements'],
  street_approver: [...buyer, 'budget', 'settlements', 'ranking'],
  street_finance: ['plans', 'payments', 'cofund', 'settlements', 'budget', 'books'],
  street_acceptor: ['contracts'],
  district_handler: [...buyer, 'cofund', 'bodies', 'sanctions', 'care', 'settlements', 'ranking'],
  district_approver: [...buyer, 'budget', 'settlements', 'calendar', 'duties', 'ranking'],
  district_finance: [
    'plans',
    'payments',
    'cofund',
    'settlements',
    'budget',
    'bodies',
    'sanctions',
    'challenges',
  ],
  district_acceptor: ['contracts'],
  centre_officer: ['contracts', 'unit-costs', 'visits', 'ratings', 'sanctions', 'care'],
  org_editor: supplier,
  org_signer: [...supplier, 'cofund', 'seats', 'ranking'],
  social_worker: ['work', 'cases', 'practice', 'orders'],
  care_aide: ['care.route'],
  expert: ['panel'],
  auditor: [
    'journal',
    'flags',
    'plans',
    'contracts',
    'unit-costs',
    'payments',
    'reconciliation',
    'bodies',
    'sanctions',
  ],
  centre_auditor: ['visits', 'flags', 'concentration', 'unit-costs', 'hours'],
  security_auditor: ['confirmations', 'journal', 'tenders.open'],
  system_admin: [
    'rules',
    'register',
    'experts',
    'seats',
    'calendar',
    'duties',
    'open-data',
    'reconciliation',
  ],
}
const to: Record<string, string> = {
  hours: '/desk/hours',
  kin: '/desk/kin',
  residents: '/desk/residents',
  care: '/desk/care',
  'care.route': '/care/route',
  settlements: '/desk/settlements',
  cases: '/cases',
  practice: '/practice',
  'unit-costs': '/desk/unit-costs',
  orders: '/desk/orders',
  rules: '/rules',
  surveys: '/desk/surveys',
  suggestions: '/desk/suggestions',
  topics: '/desk/topics',
  needs: '/desk/needs',
  meetings: '/desk/meetings',
  rounds: '/desk/rounds',
  plans: '/desk/plans',
  tenders: '/desk/tenders',
  contracts: '/desk/contracts',
  visits: '/desk/visits',
  payments: '/desk/payments',
  cofund: '/desk/cofund',
  reconciliation: '/desk/reconciliation',
  budget: '/desk/budget',
  ratings: '/desk/ratings',
  oversight: '/desk/oversight',
  ranking: '/desk/ranking',
  appraisals: '/desk/appraisals',
  'tenders.open': '/tenders',
  work: '/work',
  body: '/desk/body',
  books: '/desk/books',
  bodies: '/desk/orgs',
  sanctions: '/desk/sanctions',
  challenges: '/challenges',
  concentration: '/open/concentration',
  cabinet: '/cabinet',
  register: '/desk/register',
  experts: '/desk/experts',
  seats: '/desk/seats',
  confirmations: '/desk/confirmations',
  calendar: '/desk/calendar',
  duties: '/desk/duties',
  journal: '/desk/journal',
  flags: '/desk/flags',
  'open-data': '/desk/open-data',
  panel: '/panel',
}

/** The standing doors of a seat, above what waits today. */
export const DeskLinks = ({ role }: { role: Role | null }) => {
  const t = useT()
  const names = (role && doors[role]) ?? []
  if (names.length === 0) return null
  return (
    <nav aria-label={t('desk.doors')} className="links">
      {names.map((name) => (
        <a key={name} className="hit" href={to[name]}>
          {t(`desk.door.${name}` as Key)}
        </a>
      ))}
    </nav>
  )
}
