import type { Translate } from '#app/i18n/index.ts'
import { topicName } from './topic.ts'

type Named = { kind: string; category: string | null; label: string }
/** What a topic that repeats is called: what its asks have in common, or the kind of thing they are. */
export const heatName = (t: Translate, { kind, category, label }: Named) =>
  [topicName(t, kind === 'need' && category ? `need:${category}` : kind), label]
    .filter(Boolean)
    .join(t('ask.comma'))
