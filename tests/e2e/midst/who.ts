import { reportSanction, serveSanction } from '#domain/who/sanction/report-sanction.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { entered } from '../../support/books.ts'
import { earned, hoursTown } from '../../support/hours.ts'
import type { Tell } from './stop.ts'

/** Somebody typed his telephone: his browser keeps which code it waits for. */
async function codeAsked(url: string) {
  const body = new URLSearchParams({ phone: '13900000001' })
  const asked = { method: 'POST', redirect: 'manual', headers: { Origin: url }, body } as const
  const [cookie] = (await fetch(`${url}/sign-in`, asked)).headers.getSetCookie()
  return cookie?.split(';')[0] ?? ''
}

/** A body that is to defend itself, a seat that waits for its second person, an account of hours, a paper of the committee's books. */
export const bodies: Tell = async (town) => {
  const facts = '成交后无正当理由拒绝签订合同，经两次书面催告仍不签订，附催告函和回执。'
  const report = { partyId: 'ORG1', ground: 'refuses_contract' as const, facts }
  const { id: sanctionId } = await reportSanction(town.as('handler'), report)
  await serveSanction(town.as('dHandler'), { sanctionId })
  const post = { role: 'street_handler', partyId: 'S1', from: '2026-03-02' } as const
  const ground = '任职文件〔2026〕8号'
  const { seatId } = await grantSeat(town.as('admin'), { ...post, ground, personId: 'resident1' })
  const accountOf = await hoursTown(town)
  await earned(town, 'resident1')
  const { id: bookId } = await entered(town, 'committee')
  return [
    ...['clerk', 'director'].map((who) => ({ who, path: `/desk/books/${bookId}` })),
    { who: 'dFinance', path: `/desk/sanctions/${sanctionId}` },
    { who: 'signer1', path: `/sanctions/${sanctionId}` },
    { who: 'security', path: `/desk/confirmations/${seatId}` },
    { who: 'signer4', path: `/desk/hours/accounts/${accountOf('resident1')}` },
    { who: null, path: '/open-data' },
    { who: null, path: '/sign-in/code', carries: codeAsked },
  ]
}
