import type { Chapter } from '../chapter.ts'
import type { trustee as zh } from '../zh-CN/trustee.ts'

export const trustee = {
  'keeper.title': 'The voting key: three keepers',
  'keeper.lead':
    'Every ballot is sealed as it is cast. The key to the box is cut in three; three people keep one share each, and any two shares together open it.',
  'key.no-trustees':
    'This round is advisory and has no key keepers. The server seals the ballots, and only totals are published.',
  'key.now': 'What to do now',
  'key.now.name':
    'Name three keepers: one from the supervision committee, one from the street, one outside auditor or expert.',
  'key.now.wait':
    'Still to confirm: {{names}}. Ask them to sign in, open this round from their desk and set their own passphrase.',
  'key.now.try':
    'All three are in and the key is made. Let any two of them try it below. The round can be sealed after that.',
  'key.now.ready': 'The trial worked. The round can be sealed.',
  'key.now.sealed': 'Sealed; the keepers are fixed. You may try the key again at any time before the count.',
  'key.now.closed': 'Voting is over. Go to the counting page.',
  'key.now.done': 'Counted. The key is gone.',
  'key.to-count': 'To the counting page',
  'key.who': 'The three keepers',
  'key.kind.supervision': 'Supervision committee',
  'key.kind.street': 'Street office',
  'key.kind.outside': 'Outside auditor or expert',
  'key.state.waiting': 'Not confirmed',
  'key.state.confirmed': 'Confirmed',
  'key.state.tried': 'Tried',
  'key.printed': 'Share printed',
  'key.not-printed': 'Share not printed yet',
  'key.form.name': 'Name the keepers',
  'key.form.again': 'Change the keepers',
  'key.form.again.say': 'Naming again undoes the key: all three confirm again, and it is tried again.',
  'key.form.submit': 'Name these three',
  'key.form.hint': 'Whoever drafted the round cannot keep a share. The three should come from three bodies.',
  'key.try': 'Trial: open a test ballot',
  'key.try.say':
    'Two keepers type their passphrases one after the other. It shows that these two shares work; no real ballot is opened.',
  'key.try.submit': 'Try',
  'key.try.last': 'Last tried: {{date}}',
  'key.first': 'First keeper',
  'key.first.words': 'Passphrase of the first',
  'key.second': 'Second keeper',
  'key.second.words': 'Passphrase of the second',
  'key.words.hint':
    'Typed by the keeper, nobody looking. Forgotten? Type the printed share from the safe instead.',
  'key.lost': 'Somebody cannot come, or forgot the passphrase',
  'key.lost.1': 'One cannot come: the other two open the box. Do not wait.',
  'key.lost.2':
    'A forgotten passphrase: take the printed share and type its 56 characters in the same field.',
  'key.lost.3':
    'Passphrase and share both lost: the other two still open the box. Let these two try the key now.',
  'key.lost.4':
    'Only one left: nobody can open the ballots, no technician either. Before the opening name new keepers; after it the round is void and run again.',
  'key.lost.drill':
    'Before the seal, try all three pairs: each time one stays away and the other two open the test ballot.',
  'share.title': 'My share',
  'share.lead': 'You keep one of the three shares of the key to “{{name}}”.',
  'share.do': 'What you do',
  'share.1': 'Set a passphrase only you know. Remember it, or write it down and lock it away. Tell nobody.',
  'share.2': 'When all three have confirmed, print your share, seal it and put it in a safe.',
  'share.3':
    'After the close come to the count and type your passphrase yourself. Two of the three are enough.',
  'share.passphrase': 'Passphrase',
  'share.passphrase.hint':
    'At least 12 characters; a sentence will do. It is not stored and cannot be recovered.',
  'share.again': 'Once more',
  'share.confirm': 'Confirm',
  'share.confirmed': 'You confirmed on {{date}}.',
  'share.waiting': 'The key is not made yet. Still to confirm: {{names}}.',
  'share.redo': 'Another passphrase',
  'share.redo.say': 'Until the key is made you may set another one.',
  'home.title': 'Open the box yourself',
  'home.say':
    'From the close on you may take the sealed ballots with you and, with one other keeper, open and count them on a computer of your own, without this server. What comes out must be what was published, letter for letter.',
  'home.closed': 'Box closed',
  'home.leaves': 'Sealed ballots',
  'home.leaves.n': '{{n}}',
  'home.root': 'Root of the box',
  'home.box': 'Download the sealed ballots',
  'home.manifest': 'Download the manifest',
  'home.files': 'Download the published files',
  'home.how': 'How to do it',
  'home.1':
    'Make a folder with the sealed ballots (box.txt) and the manifest (renamed manifest.json). Once the result is out put result.json, blocs.json and ballots.csv beside them, and the program compares each.',
  'home.2':
    'Each of the two keepers types his printed share, 56 letters and digits, into a text file. Take the computer off the network.',
  'home.3':
    'Run the line below. The program checks the root of the box, joins the key, opens every ballot and counts; it says which step does not hold.',
  'home.4':
    'Afterwards delete both text files and the opened ballots. The two shares together open this box for anybody; leave them on no computer.',
  'share.print': 'Print my share',
  'share.print.say': 'This share alone opens no ballot. Print it, seal the envelope, take no photograph.',
  'share.print.submit': 'Show my share',
  'share.printed': 'Print it now; it is not shown again once you leave.',
  'share.sheet': '{{round}} · share {{no}} of three',
  'share.sheet.say':
    'Any two shares open the ballots of this round. At the count it goes in the passphrase field; capitals do not matter.',
  'share.qr': 'QR of the share',
  'share.fixed':
    'The key is made and the passphrase is fixed. If you forget it, use the printed share; without both, the other two open the box.',
  'count.title': 'The count',
  'count.lead': 'Two steps: close the box, then two keepers open it.',
  'count.lead.l0': 'Two steps: close the box, then count.',
  'count.not-yet': 'Voting is not over; the box cannot be closed.',
  'count.step.close': 'Step 1: close the box',
  'count.close.say':
    'Participations and ballots are checked against each other, one fingerprint of all sealed ballots goes into the journal, and the record of whose sealed ballot is whose is destroyed. From then on nobody can tell.',
  'count.close.submit': 'Close the box',
  'count.closed': {
    one: 'Closed on {{date}}: {{n}} sealed ballot; {{replaced}} more replaced by later ones.',
    other: 'Closed on {{date}}: {{n}} sealed ballots; {{replaced}} more replaced by later ones.',
  },
  'count.root': 'Fingerprint of the box',
  'count.step.open': 'Step 2: two keepers open it',
  'count.open.say':
    'Any two of the three keepers are here and type their passphrases. All ballots are opened and sorted before any is shown; then the key is forgotten.',
  'count.open.l0': 'The server opens all ballots and adds them up.',
  'count.open.submit': 'Open and count',
  'count.waits': 'The director of the committee does this, in person.',
  'count.done': 'Counted. Go back to the round, check it and announce it.',
  'proof.title': 'Check your sealed ballot',
  'proof.lead':
    'With the seal on your receipt you see whether your sealed ballot is in the box. Nothing shows what you chose or who you are.',
  'proof.label': 'Seal',
  'proof.hint': 'The first 12 characters are enough; or paste the whole line.',
  'proof.look': 'Check',
  'proof.included': 'Yes. Your sealed ballot is number {{at}} of the {{n}} in the box, by fingerprint.',
  'proof.open': 'It is in the box. After the close the proof stands here.',
  'proof.replaced':
    'A later ballot of the same voter took the place of this one; it does not count. The later one has its own seal.',
  'proof.missing': 'It is not in the box. Check the characters, and that it is of this round.',
  'proof.missing.genuine':
    'The signature on this receipt is genuine, yet the ballot is not in the box. Keep the receipt and tell the street and the supervision committee at once.',
  'proof.forged': 'The signature is wrong: this receipt was not issued here, or was copied wrongly.',
  'proof.path': 'Proof of inclusion (RFC 6962), to check for yourself',
  'proof.path.say':
    'From your seal, combined by SHA-256 with each of these lines in turn, you must get the fingerprint of the box.',
  'proof.files': 'How to verify the whole round',
  'promise.title': 'How this round is kept secret',
  'promise.L1.1':
    'A ballot is sealed as it is cast; the server stores no plain ballot. The key is cut in three, kept by the three below; fewer than two shares open nothing.',
  'promise.L1.2':
    'So that you can change your ballot, a record of whose sealed ballot is whose is kept until the close. It is destroyed when the box is closed, before anything is opened.',
  'promise.L1.3':
    'After the count only the sorted plain ballots are published: no name, no time, no order of voting.',
  'promise.L0.1':
    'This round is advisory. Ballots are sealed with a key of the server, hidden from other users, and only totals are published.',
  'promise.L0.2':
    'Whoever runs this system is technically able to open the ballots. For more, use a round with three key keepers.',
  'promise.not': 'What is not promised',
  'promise.not.1':
    'Somebody standing behind you and making you vote: no system prevents that. You may vote again until the close, or at the station; the last one counts.',
  'promise.not.2': 'A phone that is infected or tampered with: we cannot see it. If you doubt it, use paper.',
  'promise.not.3':
    'Before the close, two of the three keepers together with whoever runs the system could find out who chose what. After it, only somebody who kept the data from before; on PostgreSQL what was deleted also stays in its files, log and backups until they are cleaned up.',
  'promise.not.4':
    'The browser does not seal: the ballot travels over an encrypted connection and is sealed in the server’s memory. Whoever can change the server’s program could see it at that moment.',
  'promise.not.5':
    'A paper ballot that waits for its second reader: until it is settled, whoever has the server’s key and the database could try out whose it is and what it says.',
  'promise.trustees': 'The three key keepers',
  'promise.tried': 'Tried on {{date}}: two of them opened the test ballot.',
  'promise.closed': {
    one: 'Box closed on {{date}}: {{n}} sealed ballot.',
    other: 'Box closed on {{date}}: {{n}} sealed ballots.',
  },
  'vote.receipt.proof': 'The whole line, with its signature',
  'vote.receipt.proof.say':
    'Take a screenshot or copy the first 12 characters. After the close, “Check your sealed ballot” shows whether it is in the box.',
  'vote.receipt.qr': 'QR of the seal',
  'vote.receipt.to-proof': 'Check your sealed ballot',
  'round.step.key': 'Three people keep the key; try it once',
  'vote.files.manifest.json': 'Everything fixed before the opening; its SHA-256 is the seal',
  'vote.files.sealed.txt': 'The SHA-256 of every sealed ballot in the box, sorted',
  'vote.files.superseded.txt': 'The SHA-256 of sealed ballots replaced by later ones',
  'vote.files.turnout.json': 'Participation by channel and age band; fewer than 10 are not shown',
  'vote.files.result.json': 'Fingerprint of the box, the numbers, the outcome',
  'vote.files.blocs.json': 'The open ballots of the bodies in a joint decision',
  'vote.files.round.pb': 'Pabulib form, for other software to recount',
  'turnout.void': {
    one: '{{n}} void sheet: took part, not counted. Reasons with fewer than 10 are not listed. ',
    other: '{{n}} void sheets: took part, not counted. Reasons with fewer than 10 are not listed. ',
  },
  'recount.verify':
    'Put these files in one folder and run npm run -s verify-round -- FOLDER: it says yes or no, line by line.',
  'desk.trustee.confirm': 'Confirm your share of the voting key',
  'desk.trustee.come': 'Come to the count and type your passphrase',
  'notice.trustee-named':
    'You keep one of the three shares of the key to “{{name}}”. Please set a passphrase.',
  'notice.round-key-made': 'All three keepers of “{{name}}” have confirmed. Let any two try the key once.',
  'form.trustee.person': 'Choose one.',
  'form.trustee.passphrase': 'Type the passphrase.',
  'form.trustee.short': 'At least 12 characters; a sentence will do.',
  'form.trustee.plain': 'Too few different characters; choose another sentence.',
  'form.trustee.again': 'Type it once more.',
  'form.trustee.differ': 'The two are not the same.',
  'form.trustee.two': 'Two different keepers are needed.',
  'form.ballot.proof': 'Type the first 12 characters of the seal, or paste the whole line.',
  'refusal.round-without-trustees': 'This round has no key keepers.',
  'refusal.trustees-fixed':
    'The round is sealed and its keepers are fixed. Before the opening it can be unsealed; after it, only voided.',
  'refusal.trustee-not-eligible':
    'This person cannot keep a share: a seat at the body is needed, and not having drafted the round.',
  'refusal.trustee-twice': 'Three different people must keep the three shares.',
  'refusal.not-a-trustee-here': 'You keep no share of this round.',
  'refusal.key-already-made': 'The key is made; the passphrase is fixed.',
  'refusal.key-not-made': 'The three have not all confirmed; there is no key yet.',
  'refusal.key-not-tried': 'The key has not been tried. Let any two keepers open the test ballot, then seal.',
  'refusal.not-a-trustee': 'Choose from the three keepers.',
  'refusal.trustees-two-different': 'Two different keepers are needed.',
  'refusal.passphrase-wrong': 'The passphrase of {{name}} is wrong. Type it again, or use the printed share.',
  'refusal.passphrase-rests':
    'Wrong passphrases five times in a row: try again in {{n}} minutes. Each wrong try is in the journal.',
  'refusal.shares-do-not-fit':
    'These two shares are not of this round’s key. Check that the printed shares are of this round.',
  'refusal.two-trustees-needed': 'Two keepers are needed to count.',
  'refusal.box-not-closed': 'The box is not closed. Close it first.',
  'refusal.box-already-closed': 'The box is closed already.',
  'refusal.box-changed':
    'The box is not as it was when it was closed; it cannot be opened. Find out why, or void the round.',
  'refusal.receipt-of-another-round': 'This receipt is of another round; check it there.',
  'key.offered': '{{name}} has handed in a share from afar: leave that passphrase empty.',
  'share.offer': 'If you cannot come',
  'share.offer.say':
    'Hand in your share here; it waits {{n}} hours. A second keeper must come and type a passphrase before anything is tried or counted: your share alone opens nothing.',
  'share.offer.submit': 'Hand in my share',
  'share.offer.waits': 'Your share is handed in and waits until {{date}}.',
  'share.offer.withdraw': 'Take my share back',
  'share.offer.other':
    '{{name}} has handed in a share from afar. Two shares are never kept here at once: the other one is typed in person.',
  'notice.share-offered': '{{who}} has handed in a share of the key of “{{name}}”; another keeper must come.',
  'refusal.share-offered-already':
    'The share of {{name}} waits already. Two are never kept here at once: please come and type your passphrase.',
  'refusal.no-share-offered': 'No share of yours waits; it may have run out.',
  'refusal.share-not-offered':
    '{{name}} has handed in no share, or it has run out: the passphrase is needed.',
} as const satisfies Chapter<typeof zh>
