import { contractStates } from '#db/vocabulary.ts'
import { machine } from '../../machine.ts'

export const contract = machine('contract', contractStates, {
  sign_by_supplier: { from: ['draft'], to: 'signed_by_supplier' },
  sign: { from: ['signed_by_supplier'], to: 'signed' },
  publish: { from: ['signed'], to: 'published' },
  complete: { from: ['published'], to: 'completed' },
  terminate: { from: ['signed', 'published'], to: 'terminated' },
})
