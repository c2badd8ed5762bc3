import { expect, test } from 'vitest'
import { sha256 } from '#app/ports/vault.ts'
import { attachFile, openAttachment } from '#domain/buy/proposal/attachments.ts'
import type { SentBody } from '#domain/buy/proposal/body.ts'
import { openDraft } from '#domain/buy/proposal/draft.ts'
import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { fileBound, sealBytes, sealText } from '#domain/buy/seal/envelopes.ts'
import { openSplit } from '#domain/buy/seal/open-split.ts'
import { parcelIn, readFileSealing, readSealing } from '#domain/buy/seal/read-sealing.ts'
import type { Refusal } from '#domain/refusal.ts'
import { afterDeadline, draftedProposal, proposalBy, sentProposal } from '#tests/support/proposal.ts'
import { sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )
const pdf = (words: string) => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`)
/** What a bidder's browser sends of a file. */
async function sealedThere(
  town: Town,
  who: string,
  tenderId: string,
  publicKey: string,
  bytes: Buffer,
  name = '方案.pdf',
) {
  const hash = sha256(bytes)
  const supplierId = town.as(who).actor.seat!.partyId
  const sealed = await sealBytes(publicKey, fileBound({ tenderId, supplierId }, hash), [bytes])
  return { tenderId, name, bytes: sealed, sealedThere: { size: bytes.length, hash } }
}
/** What a bidder's browser sends of the words on its sending page. */
async function sealedWords(town: Town, who: string, tenderId: string, publicKey: string) {
  const page = (await readSealing(town.as(who), tenderId))!
  const [part] = page.parts
  const sealed = Buffer.from(await sealText(publicKey, part!.bound, part!.words), 'base64url')
  const file = new File([new Uint8Array(sealed)], 'sealed')
  const { version, mark, proof } = page
  return parcelIn({ sealed: file, version, mark, proof, hashes: part!.hash })
}

test('files and words sealed in a browser are kept as they came, and open only when two keepers open them', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  const publicKey = tender.publicKey!
  expect(await readFileSealing(town.as('signer1'), tenderId)).toMatchObject({
    bound: `${tenderId}:ORG1:file:`,
  })
  for (const n of [1, 2, 3]) await draftedProposal(town, tender, n)
  const file = await sealedThere(town, 'signer1', tenderId, publicKey, pdf('一'))
  const attach = (more: object) => refused(attachFile(town.as('signer1'), { ...file, ...more }))
  expect(await attach({ bytes: pdf('一') })).toBe('parcel-not-sealed')
  expect(await attach({ bytes: file.bytes.subarray(0, -1) })).toBe('parcel-not-sealed')
  expect(await attach({ sealedThere: { ...file.sealedThere, size: 6 * 1024 * 1024 } })).toBe('file-too-large')
  expect(await attach({ name: 'x.exe' })).toBe('file-kind')
  expect(await refused(attachFile(town.as('handler'), file))).toBe('needs-another-seat')
  expect(await attach({})).toBe('not refused')
  await attachFile(town.as('signer2'), { tenderId, name: '二.pdf', bytes: pdf('二') })
  const lying = await sealedThere(town, 'signer3', tenderId, publicKey, Buffer.from('<script>'))
  await attachFile(town.as('signer3'), lying)

  expect(await readSealing(town.as('editor1'), tenderId)).toBeNull()
  expect(await readSealing(town.as('handler'), tenderId)).toBeNull()
  const parcel = await sealedWords(town, 'signer1', tenderId, publicKey)
  const send = (more: object) =>
    refused(
      submitProposal(town.as('signer1'), { tenderId, keepDraft: false, parcel: { ...parcel!, ...more } }),
    )
  expect(await send({ sealed: [Buffer.from('plain words').toString('base64url')] })).toBe('parcel-not-sealed')
  expect(await send({ hashes: ['f'.repeat(64)] })).toBe('parcel-not-checked')
  expect(await send({ proof: 'x' })).toBe('parcel-not-checked')
  expect(await send({ sealed: [] })).toBe('parcel-not-checked')
  await attachFile(town.as('signer1'), { tenderId, name: '三.pdf', bytes: pdf('三') })
  expect(await send({})).toBe('proposal-changed-meanwhile')
  const fresh = await sealedWords(town, 'signer1', tenderId, publicKey)
  expect(await send(fresh!)).toBe('not refused')
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ sealedIn: 'browser', draftSealed: null })
  // A browser that seals other words than the page showed.
  const other = await sealedWords(town, 'signer2', tenderId, publicKey)
  const said = await sealText(publicKey, `${tenderId}:ORG2:1:whole`, '{"team":[],"attachments":[]}')
  await submitProposal(town.as('signer2'), {
    tenderId,
    keepDraft: false,
    parcel: { ...other!, sealed: [said] },
  })
  await submitProposal(town.as('signer3'), { tenderId, keepDraft: false })
  await sentProposal(town, tender, 4)

  town.clock.set(afterDeadline(tender))
  const keys = await sharesOfTwo(town, tenderId)
  const tries = ['handler', 'auditor'].map((who) => refused(openSplit(town.as(who), { tenderId, ...keys })))
  expect((await Promise.all(tries)).filter((said) => said === 'not refused')).toHaveLength(1)
  expect(await proposalBy(town, tenderId, 'ORG2')).toMatchObject({ endGround: 'seal_broken', body: null })
  const one = await proposalBy(town, tenderId, 'ORG1')
  const { attachments } = one.body as unknown as SentBody
  const open = (hash: string, id = one.id) => openAttachment(town.as('handler'), town.db, id, hash)
  expect((await open(attachments[0]!.hash)).bytes).toEqual(pdf('一'))
  expect((await open(attachments[1]!.hash)).bytes).toEqual(pdf('三'))
  // What claimed to be a PDF and is none leaves the house as nothing at all.
  const three = await proposalBy(town, tenderId, 'ORG3')
  expect(await refused(open(lying.sealedThere.hash, three.id))).toBe('file-kind')
  expect(openDraft(town.as('signer1'), one).body.attachments).toEqual([])
})

test('a file that was touched costs its proposal the place', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1)
  const file = await sealedThere(town, 'signer1', tenderId, tender.publicKey!, pdf('一'))
  const bytes = Buffer.from(file.bytes)
  bytes[bytes.length - 1]! ^= 1
  await attachFile(town.as('signer1'), { ...file, bytes })
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: false })
  for (const n of [2, 3, 4]) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  await openSplit(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId)) })
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({
    state: 'disqualified',
    endGround: 'seal_broken',
  })
  expect(await proposalBy(town, tenderId, 'ORG2')).toMatchObject({ state: 'opened' })
})
