import type { Key, Translate } from '#app/i18n/index.ts'

/** The name of a topic a resident chose: `need:ELDER`, `errand`. */
export const topicName = (t: Translate, topic: string) =>
  t((topic.startsWith('need:') ? `category.${topic.slice(5)}` : `topic.${topic}`) as Key)
export const topicNote = (t: Translate, topic: string) =>
  t((topic.startsWith('need:') ? `category.note.${topic.slice(5)}` : `topic.note.${topic}`) as Key)
