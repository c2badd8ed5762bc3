import { expect, test } from '@playwright/test'
import { submitProposal } from '../../app/domain/buy/proposal/submit-proposal.ts'
import { yuan } from '../../app/domain/money.ts'
import { agreeing, agreement, askedPartner, codes, publishedConsultation } from '../support/consortium.ts'
import { awardedTender, draftedProposal, fullPoints, sentProposal } from '../support/proposal.ts'
import type { Town as World } from '../support/world.ts'
import { join, takePart } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('a lead names its partner, the partner’s own signer agrees, and only then is the proposal sent', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const tender = await publishedConsultation(world)
    await draftedProposal(world, tender, 1, { price: yuan(500_000) })
    return { id: tender.id }
  })
  try {
    const path = `/tenders/${town.built.id}/proposal`
    const lead = await join(browser, town.url, 'signer1', { javaScriptEnabled: false })
    await lead.open(`${path}/consortium`)
    await lead.fill(
      {
        share: '60',
        duty: '统筹、个案与督导',
        'partners[0].uscc': codes.ORG2,
        'partners[0].share': '40',
        'partners[0].duty': '居家护理与康复',
        joint: 'yes',
      },
      'terms',
    )
    await lead.press('保存，请各方同意', 'terms')
    const paper = { name: '联合体协议.pdf', mimeType: 'application/pdf', buffer: agreement }
    await lead.page.locator('#form-agreement input[name="file"]').setInputFiles(paper)
    await lead.press('封好传上来', 'agreement')
    await lead.open(`${path}/check`)
    await expect(lead.page.locator('main .note').getByRole('link', { name: '联合体' })).toBeVisible()
    await expect(lead.press('递交方案')).rejects.toThrow('联合体要有协议')

    const partner = await join(browser, town.url, 'signer2', { javaScriptEnabled: false })
    await partner.open('/desk')
    await partner.page.locator('a[href^="/alliances/"]').first().click()
    await expect(partner.page.getByText('承担连带责任。')).toBeVisible()
    await expect(partner.page.getByRole('cell', { name: '40%' })).toBeVisible()
    await partner.fill({ says: 'yes', joint: 'yes' }, 'answer')
    await partner.press('签署答复', 'answer')
    await expect(partner.page.getByText('同意了这份协议')).toBeVisible()
    const overflow = await partner.page
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)

    await lead.open(`${path}/check`)
    await lead.press('递交方案')
    expect(lead.path()).toContain('/receipt')
    await partner.open(`/tenders/${town.built.id}/proposal`)
    await partner.open(`/tenders/${town.built.id}/proposal/consortium`)
  } finally {
    await town.stop()
  }
})

test('the consortium wins: opening record and result name every party with its share', async ({ page }) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const tender = await publishedConsultation(world)
    await draftedProposal(world, tender, 1, { price: yuan(500_000) })
    await agreeing(world, await askedPartner(world, tender, 1, 2), 2)
    await submitProposal(world.as('signer1'), { tenderId: tender.id, keepDraft: false })
    await sentProposal(world, tender, 3, { price: yuan(560_000) })
    await awardedTender(world, { tender, prices: [], give: fullPoints(tender) })
    return { id: tender.id }
  })
  try {
    const anyone = takePart(page, town.url)
    await anyone.open(`/tenders/${town.built.id}/opening`)
    await expect(page.getByText('联合体成员：夕照居家养老服务中心')).toBeVisible()
    await anyone.open(`/tenders/${town.built.id}/result`)
    await expect(page.locator('main')).toContainText('暖邻社会工作服务中心 60%')
    await expect(page.locator('main')).toContainText('夕照居家养老服务中心 40%')
  } finally {
    await town.stop()
  }
})
