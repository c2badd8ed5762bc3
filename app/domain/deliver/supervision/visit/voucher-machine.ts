import { voucherCheckStates } from '#db/vocabulary.ts'
import { machine } from '../../../machine.ts'

export const voucherCheck = machine('voucherCheck', voucherCheckStates, {
  agree: { from: ['drawn'], to: 'agrees' },
  differ: { from: ['drawn'], to: 'differs' },
})
