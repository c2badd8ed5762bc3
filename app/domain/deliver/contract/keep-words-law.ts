import { Refusal } from '../../refusal.ts'
import type { ContractWords } from './forms.ts'
import { typesMoney } from './template/template-law.ts'

/** 特别约定 says nothing of money: every sum in a contract is the award's. */
export function keepWordsLaw({ special }: Pick<ContractWords, 'special'>) {
  if (special && typesMoney(special)) throw new Refusal('invalid', 'contract-special-money')
}
