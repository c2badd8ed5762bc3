import type { Chapter } from '../chapter.ts'
import type { seal as zh } from '../zh-CN/seal.ts'

export const seal = {
  'seal.title': 'Who holds what is sealed',
  'seal.lead': 'Proposals stay sealed until after the deadline. Here you settle how, and who keeps the key.',
  'seal.todo': 'How proposals are sealed',
  'seal.todo.split': 'Key split among three',
  'seal.todo.simple': 'Simple sealing',
  'seal.mode': 'How proposals are sealed',
  'seal.mode.split': 'Key split among three',
  'seal.mode.split.note':
    'The key is cut in three. One person of each of three bodies keeps a share; any two shares open. No whole key is in the system.',
  'seal.mode.simple': 'Simple sealing',
  'seal.mode.simple.note':
    "The server keeps the key; the handler opens before a witness after the deadline. Whoever has the server's own key could look before it, and needs nobody's consent.",
  'seal.mode.route': 'This route begins with: {{mode}}.',
  'seal.mode.only':
    'On this route the key is always split among three. Simple sealing is kept for micro grants.',
  'seal.mode.two':
    'On this route quality is scored before prices are opened, so the key is always split. Simple sealing has no second envelope: prices would be opened with the rest.',
  'seal.mode.choose': 'Use this one',
  'seal.mode.fixed': 'The call is published; how it is sealed cannot change any more.',
  'seal.envelopes.two':
    'On this route quality is scored before prices are opened: two envelopes, two keys, and each keeper has a share of both.',
  'seal.now': 'What to do now',
  'seal.now.simple': 'No keepers are needed. The call will say what simple sealing does not protect from.',
  'seal.now.name': 'Name three keepers: one of the buyer, one who oversees, one outside auditor.',
  'seal.now.wait':
    'Still to confirm: {{names}}. Ask them to sign in, open this tender from their desk and set their own passphrase.',
  'seal.now.try':
    'All three are in and the key is cut. Let any two of them try it below. The call can be published after that.',
  'seal.now.ready': 'The trial worked. The call can be published.',
  'seal.now.sealed':
    'The call is published; the keepers are fixed. You may try the key again at any time before the opening.',
  'seal.now.open': 'The deadline has passed. Two keepers go to the opening page.',
  'seal.now.done': 'Opened.',
  'seal.now.gone':
    'Two shares are lost: nobody can open this tender, no technician either. End the purchase and publish it again.',
  'seal.to-open': 'To the opening page',
  'seal.to-key': 'How it is sealed, and by whom',
  'seal.to-record': 'See what was opened',
  'seal.to-share': 'My share',
  'seal.who': 'The three keepers',
  'seal.kind.buyer': 'The buyer',
  'seal.kind.oversight':
    'Oversight (supervision committee, the community that asked, or the centre’s auditor)',
  'seal.kind.outside': 'Outside auditor',
  'seal.state.waiting': 'Not confirmed',
  'seal.state.confirmed': 'Confirmed',
  'seal.state.tried': 'Tried',
  'seal.state.lost': 'Reported lost',
  'seal.printed': 'Share printed',
  'seal.not-printed': 'Share not printed yet',
  'seal.proved': 'share found whole on {{date}}',
  'seal.form.name': 'Name the keepers',
  'seal.form.again': 'Change the keepers',
  'seal.form.again.say':
    'Naming again undoes the key: all three confirm again, and it is tried again. Once the call is published they cannot change.',
  'seal.form.submit': 'Name these three',
  'seal.form.hint': 'Three people of three bodies, none of them on the panel.',
  'seal.form.none': 'Nobody suitable sits there yet. Ask the administrator to grant a seat first.',
  'seal.try': 'Trial: open some test words',
  'seal.try.say':
    'Two keepers type their passphrases one after the other. It shows that these two shares work; no proposal is opened.',
  'seal.try.submit': 'Try',
  'seal.try.last': 'Last tried: {{date}}',
  'seal.lost': 'Somebody cannot come, or forgot the passphrase',
  'seal.lost.1': 'One cannot come: the other two open. Do not wait.',
  'seal.lost.2':
    'A forgotten passphrase: take the printed share and type its 56 characters in the same field.',
  'seal.lost.3':
    'Passphrase and share both lost: that keeper reports it. The other two try the key now, to be sure it still opens.',
  'seal.lost.4':
    'Two shares lost: nobody can open. Before the call is published, name others; after it, end the purchase and begin again.',
  'seal.lost.why':
    'Nobody is exchanged after publication because “no, somebody has already sent” would itself give away that somebody has.',
  'seal.share.lead': 'You keep one of the three shares of the key to “{{name}}”.',
  'seal.share.1':
    'Set a passphrase only you know. Remember it, or write it down and lock it away. Tell nobody.',
  'seal.share.2': 'Once all three are in, print your share, seal it and put it in a safe.',
  'seal.share.3':
    'After the deadline type your passphrase on the opening page yourself. Two of the three are enough, not necessarily in one place.',
  'seal.share.4': 'Once a quarter prove that your share is still there and still works.',
  'seal.share.sheet': '{{name}} · share {{no}} of three',
  'seal.share.sheet.say':
    'Any two shares together open the proposals of this tender. Type it in the field of the passphrase; capitals do not matter.',
  'seal.share.envelope.whole': 'everything',
  'seal.share.envelope.quality': 'the envelope for quality',
  'seal.share.envelope.price': 'the envelope for price',
  'seal.share.print.say':
    'This share alone opens no proposal. Seal it at once when printed; take no photograph.',
  'seal.prove': 'Prove my share',
  'seal.prove.say':
    'Type your passphrase, or the 56 characters of the printed share. It opens a few test words and touches no proposal.',
  'seal.prove.submit': 'Prove',
  'seal.prove.last': 'Found whole on {{date}}.',
  'seal.prove.due': 'Please prove it again by {{date}}.',
  'seal.prove.never': 'Not proved on its own yet.',
  'seal.report': 'Passphrase and share are both gone',
  'seal.report.say':
    'The buyer will be told. If two shares are left the opening goes on as usual; with one left the tender must begin again.',
  'seal.report.sure': 'I can find neither my passphrase nor the printed share',
  'seal.report.submit': 'Report it lost',
  'seal.report.done':
    'Reported lost on {{date}}. If you find it, prove it above; the report is then taken back.',
  'unseal.title': 'Opened by two',
  'unseal.lead':
    'Any two of the three keepers type their passphrases. The proposals are opened in memory and the key is forgotten at once.',
  'unseal.early': 'The deadline is {{at}}; nothing can be opened before it.',
  'unseal.step': 'To be opened now: {{envelope}}',
  'unseal.here': 'Both in one place',
  'unseal.here.say': 'The two type their passphrases one after the other and send them together.',
  'unseal.here.submit': 'Open',
  'unseal.lend': 'In two places',
  'unseal.lend.say':
    'The first hands over his share: it is sealed to the other two, who need their own passphrases to use it; the server cannot. It holds for {{n}} minutes.',
  'unseal.lend.submit': 'Hand over my share',
  'unseal.lent': '{{name}} handed over a share at {{at}}; it holds for {{n}} minutes.',
  'unseal.join': 'Go on and open',
  'unseal.join.say':
    '{{name}} has handed over a share. Type your passphrase; the two make the key and everything is opened at once. If you forgot it, open in one place.',
  'unseal.join.submit': 'Open with my share',
  'unseal.few': 'With fewer than {{n}} not one is opened, and the shares kept here are destroyed.',
  'unseal.quality-first':
    'Prices are opened only after every member of the panel has locked his scores for quality.',
  'unseal.watch': 'The keepers do the opening. You can watch here how it stands.',
  'unseal.record': 'Opening record',
  'unseal.record.hash': 'Fingerprint of the record',
  'unseal.sign': 'Sign',
  'unseal.sign.say': 'Please read the record, then sign its fingerprint.',
  'unseal.sign.submit': 'I have read it, and sign',
  'unseal.signed': 'Signed by {{name}} at {{at}}',
  'unseal.unsigned': '{{name}} has not signed yet',
  'unseal.recheck': 'Check: open once more',
  'unseal.recheck.say':
    'Two keepers open everything again and another record is drawn up. It must be the first to the letter.',
  'unseal.recheck.submit': 'Check',
  'unseal.recheck.done': 'Checked at {{at}}: the same to the letter.',
  'unseal.to-public': 'See the public opening record',
  'unseal.put-aside': 'Seal broken, put aside',
  'opened.envelope': '{{envelope}}',
  'opened.put-aside':
    'The seal did not hold: what is stored does not agree with the fingerprint of the receipt. It was not opened and is not evaluated.',
  'opened.sealed-price': 'price still sealed',
  'opened.place.browser': 'sealed in the bidder’s own browser',
  'opened.place.server': 'sealed by the server',
  'opened.salt': 'Salt',
  'opened.column.seal': 'Seal',
  'opened.whole': 'whole',
  'opened.by': 'Opened by {{names}}, each with a share of their own.',
  'opened.signature': 'The server’s signature over the record',
  'opened.again': 'Checked',
  'opened.raw': 'The record itself',
  'opened.print': 'This page prints as it stands. The fingerprint on paper must be the one shown here.',
  'call.seal.split.text':
    'The key is cut in three, one share with each of the three below; any two of them open; with one share nobody opens anything. The system keeps no key: it is in the server’s memory only while it is made and while it opens, and is not stored.',
  'call.seal.split.proof': 'tried on {{date}}: two of them opened test words together',
  'call.seal.keepers': 'Who keeps the key',
  'call.seal.simple.text':
    'This tender uses simple sealing: the server wraps the key, and the handler opens before a witness after the deadline.',
  'call.seal.simple.not': 'What it does not protect from',
  'call.seal.simple.not.text':
    'Whoever runs the system and has the server’s own key could open your proposal before the deadline, and needs nobody’s consent. If you mind, send it shortly before the deadline.',
  'call.seal.simple.other':
    'This route begins with a key split among three. No rule asks for simple sealing here: the buyer chose it.',
  'bid.seal': 'How it is sealed',
  'bid.seal.browser':
    'It is sealed in your browser: as you submit, only ciphertext leaves this device. The draft you wrote before is on the server already.',
  'bid.seal.server':
    'Your browser cannot seal here (no script, or an older version). The server seals it in memory and stores nothing readable. Your receipt will say so.',
  'bid.seal.working': 'Sealing, please wait…',
  'bid.seal.trouble': 'Sealing here did not work. Try again, or let the server seal it.',
  'bid.seal.by-server': 'Let the server seal and submit',
  'bid.seal.draft':
    'The draft is another matter: so that you can write in several sittings it lies on the server under the server’s own key, and whoever has that key can read it. Delete it after sending.',
  'bid.seal.keep.no': 'Delete the draft from the server after sending',
  'bid.seal.keep.no.note':
    'Recommended. Nothing readable is left there; to change something you write again, or fill it in from your own copy.',
  'bid.seal.keep.yes': 'Keep the draft, to change it easily',
  'bid.seal.keep.yes.note': 'Until the deadline whoever has the server’s key can still read the draft.',
  'bid.seal.file.browser':
    'The file is sealed in your browser before it is uploaded. Its name and size still stand in the draft.',
  'bid.seal.file.server': 'The server seals the file in memory and stores nothing readable.',
  'bid.receipt.place': 'Where it was sealed',
  'bid.receipt.place.browser':
    'in your own browser: on submitting the server received only ciphertext; the draft before it lay on the server, under the server’s key',
  'bid.receipt.place.server': 'in the server’s memory; nothing readable was stored',
  'bid.receipt.salt': 'Salt (random, mixed into the fingerprint)',
  'bid.receipt.line': 'The receipt on one line, signed',
  'bid.receipt.line.say':
    'With it you find your fingerprint in the sealing log, which names neither tender nor bidder.',
  'bid.receipt.to-log': 'Sealing log',
  'log.title': 'Sealing log',
  'log.lead': 'Every sealed proposal leaves a fingerprint here, by its day: no tender, no name, no hour.',
  'log.noise':
    'Some false fingerprints are mixed in every day, so that their number tells neither whether anybody has sent something nor how many. A day is listed from the next day on.',
  'log.day': 'Day',
  'log.root': 'Root of the day’s fingerprints (RFC 6962)',
  'log.file': 'All fingerprints',
  'log.look': 'Find my fingerprint',
  'log.look.label': 'Fingerprint on the receipt',
  'log.look.hint': '64 characters, from your receipt.',
  'log.look.do': 'Find',
  'log.found': 'It is in the log of {{day}}.',
  'log.missing': 'Not found. What was sent today is listed tomorrow; please check the spelling.',
  'log.malformed': 'Please type all 64 characters of the fingerprint.',
  'desk.keeper.confirm': 'Confirm that you keep a share of a purchasing key',
  'desk.keeper.open': 'Come and type your passphrase to open the proposals',
  'desk.keeper.prices': 'Come and type your passphrase to open the prices',
  'desk.keeper.sign': 'Read the opening record and sign it',
  'desk.keeper.prove': 'Prove your share of a key, once a quarter',
  'notice.keeper-named':
    '“{{name}}” asks you to keep one of three shares of its key. Please set a passphrase.',
  'notice.call-key-made': 'All three keepers of “{{name}}” have confirmed. Let any two of them try the key.',
  'notice.share-lost':
    'A keeper of “{{name}}” has reported the share lost. The other two are left; let these two try the key.',
  'notice.call-key-gone':
    'Two shares of the key to “{{name}}” are lost. Nobody can open its proposals; end the purchase and begin again.',
  'notice.proposal-seal-broken':
    'At the opening of “{{tender}}” the seal of your proposal did not hold and it was not opened. Compare your receipt and speak up at once.',
  'ground.seal_broken': 'Seal broken: the content does not agree with the receipt’s fingerprint',
  'form.seal.mode': 'Choose how proposals are sealed.',
  'form.seal.lost': 'Tick the box first.',
  'form.seal.hash': 'That is not the fingerprint of the record. Reload and sign.',
  'form.seal.parcel': 'What was sealed is not complete. Please submit again.',
  'refusal.day-not-logged': 'The log has no such day: a day is listed once it is over, and for sixty days.',
  'refusal.seal-fixed': 'The call is published; neither sealing nor keepers can change any more.',
  'refusal.seal-simple-not-here':
    'Simple sealing is for micro grants only; on this route split the key among three.',
  'refusal.seal-two-envelopes':
    'On this route quality is scored before prices are opened: simple sealing will not do. Split the key among three.',
  'refusal.seal-without-keepers': 'This tender uses simple sealing and has no keepers.',
  'refusal.keeper-not-eligible':
    'This person cannot keep a share: a seat at the body in question is needed, and none on the panel.',
  'refusal.not-a-keeper-here': 'You do not keep a share of this tender’s key.',
  'refusal.call-key-not-made': 'The three keepers have not all confirmed; there is no key yet.',
  'refusal.call-key-not-tried':
    'The key has not been tried. Let any two keepers open the test words, then publish the call.',
  'refusal.call-shares-do-not-fit':
    'These two shares do not make this tender’s key. Check that the printed share belongs to this tender.',
  'refusal.not-before-the-opening': 'It has been opened; there is nothing left to try.',
  'refusal.opening-needs-shares':
    'The key of this tender is split among three. Two keepers type their passphrases on the opening page.',
  'refusal.no-share-lent':
    'Nobody has handed over a share within {{n}} minutes. Let the first hand it over again, or open in one place.',
  'refusal.quality-not-signed': 'Not every score for quality is locked; prices cannot be opened yet.',
  'refusal.prices-still-sealed': 'The prices are still sealed; nothing can be ranked.',
  'refusal.record-differs':
    'Opened once more, the record is another: what is stored was touched. Stop, and tell those who oversee.',
  'refusal.record-is-another': 'The record is not the one you read any more. Reload and sign.',
  'refusal.proposal-version-replayed':
    'This was sealed for an earlier version and cannot be used again. Submit from the page.',
  'refusal.proposal-changed-meanwhile':
    'Draft or team were changed after sealing. Go back, read it once more and submit.',
  'refusal.parcel-not-checked':
    'What arrived does not agree with what the page checked, and was not accepted. Submit again from the page.',
  'refusal.parcel-not-sealed':
    'What arrived was not sealed properly and was not accepted. Please submit again.',
} as const satisfies Chapter<typeof zh>
