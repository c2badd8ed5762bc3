import type { Chapter } from '../chapter.ts'
import type { count as zh } from '../zh-CN/count.ts'

export const count = {
  'tally.usage': 'Usage: npm run -s tally -- FILE.pb --rule NAME [--step N] [--times]. Rules: {{rules}}.',
  'tally.no-file': 'The file {{file}} cannot be read.',
  'tally.no-rule':
    'There is no rule “{{rule}}”, or its step is wrong. Rules: {{rules}}; a rule that raises the shares may name its step, as in mes_add1@1000.',
  'refusal.count-too-many-runs':
    'The step is too small: after fifty thousand counts there is no end. Choose a larger step.',
  'refusal.pb-before-meta': 'Line {{line}}: a file begins with META on a line of its own.',
  'refusal.pb-section-missing':
    'Line {{line}}: the section {{section}} is missing here. The file may be incomplete.',
  'refusal.pb-section-twice':
    'Line {{line}}: the section {{section}} comes twice or out of order. The order is META, PROJECTS, VOTES.',
  'refusal.pb-column-missing': 'Line {{line}}: the header of {{section}} has no column {{column}}.',
  'refusal.pb-column-twice': 'Line {{line}}: the header names the column {{column}} twice.',
  'refusal.pb-key-missing': 'Line {{line}}: META lacks {{key}}.',
  'refusal.pb-key-twice': 'Line {{line}}: META names {{key}} twice.',
  'refusal.pb-vote-type': 'Line {{line}}: unknown kind of ballot “{{type}}”.',
  'refusal.pb-default-score':
    'Line {{line}}: ballots that score unnamed projects (default_score) cannot be counted here.',
  'refusal.pb-number': 'Line {{line}}: {{what}} should be a number; it reads “{{words}}”.',
  'refusal.pb-huge': 'Line {{line}}: the number “{{words}}” of {{what}} is too long to be counted exactly.',
  'refusal.pb-count-projects': 'Line {{line}}: META tells of {{said}} projects, the file has {{found}}.',
  'refusal.pb-count-votes': 'Line {{line}}: META tells of {{said}} ballots, the file has {{found}}.',
  'refusal.pb-project-id': 'Line {{line}}: the project id “{{id}}” is empty or holds a comma.',
  'refusal.pb-project-twice': 'Line {{line}}: the project {{id}} is listed already.',
  'refusal.pb-project-unknown':
    'Line {{line}}: the ballot names the project {{id}}, which is not on the list.',
  'refusal.pb-choice-twice': 'Line {{line}}: the ballot names the project {{id}} twice.',
  'refusal.pb-voter-id': 'Line {{line}}: the ballot has no number.',
  'refusal.pb-voter-twice': 'Line {{line}}: there is already a ballot numbered {{id}}.',
  'refusal.pb-more-than-one': 'Line {{line}}: a ballot may name one project, this one names more.',
  'refusal.pb-too-many-choices': 'Line {{line}}: this ballot ranks more than {{most}} projects.',
  'refusal.pb-points-count': 'Line {{line}}: the ballot names {{choices}} projects and gives {{n}} scores.',
  'refusal.pb-points':
    'Line {{line}}: a score is a whole number from 0 to {{most}}; this one reads “{{words}}”.',
  'refusal.pb-cells':
    'Line {{line}}: the header has {{columns}} columns, this row {{n}}. The file may have been cut off.',
  'refusal.pb-quote-open': 'Line {{line}}: the quotation mark opened here is never closed.',
  'refusal.pb-quote-trailing':
    'Line {{line}}: words follow a closing quotation mark. Within quotes a quotation mark is written twice.',
  'refusal.pb-not-utf8': 'Line {{line}}: this is not UTF-8.',
  'refusal.pb-line-too-long': 'Line {{line}}: no end of line within {{bytes}} bytes; reading stopped.',
  'refusal.pb-too-large': 'Line {{line}}: the file is larger than {{bytes}} bytes; reading stopped.',
} satisfies Chapter<typeof zh>
