import { Refusal } from '../../refusal.ts'
import { moneyWords, sumOfMoney } from './money-words-data.ts'

/** 不兑现、不买卖: hours buy no money and no money buys hours; words that speak of a price are refused. */
export function mustNameNoMoney(words: string) {
  const plain = words.normalize('NFKC').toLowerCase()
  if (
    sumOfMoney.test(plain) ||
    moneyWords.some((word) => plain.includes(word.normalize('NFKC').toLowerCase()))
  )
    throw new Refusal('invalid', 'hours-no-money')
}
