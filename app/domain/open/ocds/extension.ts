import { extensionCodelists, extensionSchema, packageLinks } from './extension-data.ts'

const official = (name: string, version: string) =>
  `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/${version}/extension.json`

/** The extensions of the standard that our releases use, by the addresses their authors publish them at. */
export const extensionUrls = [
  official('bid', 'v1.1.5'),
  official('enquiry', 'v1.1.5'),
  official('location', 'v1.1.5'),
  official('bidOpening', 'master'),
  official('requirements', 'master'),
  official('process_title', 'v1.1.5'),
  official('metrics', 'v1.1'),
  official('contract_completion', 'master'),
  official('performance_failures', 'master'),
  official('transactions_relatedMilestone', 'v1.1'),
  official('pagination', 'master'),
] as const

/** Our own extension, as it is served. */
export const extension = { schema: extensionSchema, codelists: extensionCodelists, links: packageLinks }

/** `extension.json` of our own extension. */
export const extensionMetadata = (origin: string) => ({
  name: { en: 'Participation (Sanshe)', zh: '参与（三社）' },
  description: {
    en: 'What residents said before and after a purchase, objections, and who judged: totals only.',
    zh: '居民在采购前后说了什么、质疑投诉的结果、谁来评审：只有总数。',
  },
  documentationUrl: { en: `${origin}/open/data?lang=en`, zh: `${origin}/open/data` },
  compatibility: ['1.1'],
  dependencies: [official('bid', 'v1.1.5')],
  schemas: ['release-schema.json'],
  codelists: Object.keys(extensionCodelists),
})
