import type { Actor } from '../who/actor.ts'
import { notWho, onlyWho, row } from './terms.ts'

type OfCase = { workerId: string; supervisorId: string | null }
type OfWorker = { employerId: string | null }

const notReader = {
  key: 'case-not-yours',
  when: (a: Actor, s: OfCase) => a.personId !== s.workerId && a.personId !== s.supervisorId,
}
const reads = row<OfCase>({ by: ['social_worker'], bars: [notReader] })
const works = row<OfCase>({
  by: ['social_worker'],
  bars: [onlyWho('case-of-another-worker', (s) => s.workerId)],
})

/** 个案 belongs to its social worker and his supervisor; an organisation sees how many, never which. */
export const caseworkRows = {
  'caseFile.open': row<{ supplierId: string }>({ by: ['social_worker'], at: (s) => s.supplierId }),
  'caseFile.list': row<object>({ by: ['social_worker'] }),
  'caseFile.read': reads,
  'caseFile.hand_over': reads,
  'caseFile.note': works,
  'caseFile.close': works,
  'caseFile.reopen': works,
  'worker.list': row<object>({ by: ['org_editor', 'org_signer'] }),
  'worker.supervise': row<OfWorker>({ by: ['org_signer'], at: (s) => s.employerId }),
  'cpd.record': row<object>({ by: ['social_worker'] }),
  'cpd.confirm': row<OfWorker & { workerId: string }>({
    by: ['org_signer'],
    at: (s) => s.employerId,
    bars: [notWho('sod-own-cpd', (s) => s.workerId)],
  }),
} as const
