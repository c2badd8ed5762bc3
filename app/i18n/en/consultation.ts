import type { Chapter } from '../chapter.ts'
import type { consultation as zh } from '../zh-CN/consultation.ts'

export const consultation = {
  'seal.share.envelope.final': 'the final offers',
  'seal.mode.finals':
    'This route has final offers, so the key is kept by three: the final offers have a key of their own, which no server may hold.',
  'seal.envelopes.final':
    'This route has final offers: two keys, and two shares for each keeper. The first opening uses the first key only; the second waits until the final offers are due.',
  'unseal.finals-wait': 'Opened. Final offers are taken until {{at}}; two keepers are needed again then.',
  'opened.first': 'First price',
  'opened.talking': 'No price is told at this opening',
  'ground.final_missing': 'No final offer came: taken as having left the talks',
  'tender.fail.too-few-finals':
    'Fewer than {{least}} final offers had come when they were due. Not one of them was opened.',
  'end.ground.too-few-finals': 'Fewer final offers than the rule asks',

  'rules.finals': 'Does it have final offers',
  'rules.finals.hint':
    'After the check there is one round of talks, then one more sealed price, which is the one that is scored. Plans that have begun stay as they are.',
  'route.need.finals': 'after the check one round of talks, then a sealed final offer',
  'refusal.final-offers-not-on-this-route':
    'Final offers are for routes where several compete, price is scored and everything is in one envelope.',

  'form.consultation.words': 'Write what each of them was told, in 10 characters or more',
  'form.consultation.changes':
    'Write what changes, in 10 characters or more; nothing changes: leave it empty',
  'form.consultation.days': 'A whole number of working days',
  'form.consultation.stamp': 'Load the page anew, then confirm',
  'form.final.commitment': 'Write what you promise, in 4 characters or more; nothing: leave it empty',

  'refusal.final-offers-first': 'The final offers are opened first.',
  'refusal.no-final-offers-here': 'This route has no final offers.',
  'refusal.finals-opened': 'The final offers are open.',
  'refusal.finals-asked': 'The notice has gone out and cannot be changed.',
  'refusal.final-days-out-of-bounds': 'A final offer is given {{least}} to {{most}} working days.',
  'refusal.change-without-buyers-member':
    "Nobody of the buyer's sits on this panel, so what is asked cannot be changed: the buyer's member must confirm a change.",
  'refusal.consultation-not-written': 'Nobody has written what was said.',
  'refusal.consultation-is-another': 'It has just been rewritten. Read it as it is now, then confirm.',
  'refusal.another-member-confirms':
    "Another member confirms it; where what is asked has changed, the buyer's member does.",
  'refusal.finals-not-asked': 'No final offer has been asked for.',
  'refusal.final-too-late': "Final offers are no longer taken, by the server's clock.",
  'refusal.final-not-in': 'This proposal is not in the round of final offers.',
  'refusal.final-not-written': 'Fill in the final offer first, then seal and send it.',
  'refusal.seal-final-offers': 'A route with final offers has its key kept by three.',

  'notice.consultation-to-confirm': '“{{tender}}”: what was said is written down; please confirm it',
  'notice.finals-asked': '“{{tender}}”: please send your final offer',
  'notice.finals-asked-keeper': '“{{tender}}”: please come to open the final offers when they are due',
  'notice.finals-asked-panel': '“{{tender}}”: every bidder has been asked for a final offer',
  'notice.finals-opened': '“{{tender}}”: the final offers are open',
  'notice.finals-opened-panel': '“{{tender}}”: the final offers are open; scoring may begin',
  'notice.final-aside': '“{{tender}}”: your final offer did not count or did not come; it is not scored',
  'desk.final.send': 'Send your final offer',
  'desk.final.sent': 'Final offer sent; it may be replaced until it is due',
  'desk.panel.consult': 'Write down what was said and ask for final offers',
  'desk.panel.confirm-consult': 'Confirm what was said',
  'desk.panel.consult-wait': 'Another member is to confirm what was said',
  'desk.panel.finals-wait': 'Waiting for the final offers to be opened',
  'desk.keeper.final': 'Come and type your passphrase to open the final offers',
  'trail.tender.open-talks': 'Proposals opened; the check and the talks begin',
  'trail.consultation.ask': 'Every bidder who remains is asked for a final offer',
  'trail.tender.open_finals': 'Final offers opened in public',

  'opening.talking':
    'Proposals were opened at {{at}}. The talks are not over: who bids and at what price is told when the final offers are opened (Government Procurement Law, article 38).',
  'tender.board.opening.finals':
    'All at once after the deadline; who bids and at what price is told when the final offers are opened',
  'bid.receipt.opening.finals':
    'Opened, fingerprints compared; after the talks you are asked for a final offer, and only then are names and prices told',
  'tender.sealed.finals':
    'This purchase has final offers: after the check there is one round of talks, then every bidder seals one more price, which is the one that is scored. Final offers have a second key, which the first opening does not use. First prices, and who bids, are told when the final offers are opened.',
  'panel.desk.finals': 'Final offers',
  'round.talking': 'Being checked and talked over',
  'round.talking.text':
    'After the check the panel tells every bidder the same in writing, and asks each for a sealed final offer.',
  'round.asked': 'Final offers are being taken',
  'round.asked.text':
    'Each seals and sends one by the same hour; two keepers then open all of them at once. Until then nobody sees any, or how many there are.',
  'round.over': 'The round of final offers is over',

  'panel.step.consultation': 'Talks, and asking for final offers',
  'consultation.lead':
    'Every bidder reads the same words at the same moment. Another member confirms what you write, and with that it goes out.',
  'consultation.early': 'The conditions are checked first.',
  'consultation.words': 'What each of them was told',
  'consultation.words.hint': 'What was asked and made clear. No name of a bidder, and nobody’s price.',
  'consultation.changes': 'What changes of what is asked',
  'consultation.changes.hint':
    "Only the service and the terms of the contract may change, and the buyer's member confirms it (Caiku 2014 No. 214, article 20). Nothing changes: leave it empty.",
  'consultation.days': 'How many working days',
  'consultation.days.hint': '{{least}} to {{most}} working days, until the end of the last',
  'consultation.do': 'Written; ask another member to confirm',
  'consultation.again': 'Write it anew',
  'consultation.written': 'Written by member {{n}}; not sent yet.',
  'consultation.confirm': 'Confirm and send to all',
  'consultation.confirm.say': {
    one: 'It goes out at once and cannot be changed. {{n}} working day is given, counted from today.',
    other: 'It goes out at once and cannot be changed. {{n}} working days are given, counted from today.',
  },
  'consultation.wait': "Another member is to confirm it; where what is asked has changed, the buyer's.",
  'consultation.sent': 'Sent to all at {{at}}.',
  'consultation.unchanged': 'Nothing changes',
  'consultation.secret': 'Until {{at}} nobody sees any of them or how many there are, the panel included.',
  'consultation.offers': 'Final offers',
  'consultation.offers.by': 'Whose',
  'consultation.offers.first': 'First price',
  'consultation.offers.final': 'Final offer',
  'consultation.offers.said': 'Also promised',

  'final.title': 'Final offer',
  'final.lead': 'The panel asks every bidder for a final offer by {{at}}. The price is scored by it.',
  'final.said': 'What the panel told every bidder',
  'final.first': 'Your first price',
  'final.until': 'Taken until',
  'final.rule':
    'Who sends none by then is taken as having left the talks and is not scored (Caiku 2014 No. 214, articles 22 and 23).',
  'final.write': 'Fill in your final offer',
  'final.price': 'Final offer',
  'final.price.hint': 'Not above the ceiling of {{ceiling}}',
  'final.lines': 'New lines',
  'final.lines.hint':
    'None: the lines of your first sheet count in proportion. Where you give lines, they add up to the final offer.',
  'final.commitment': 'What else you promise',
  'final.commitment.hint': 'A few sentences on what has changed. The panel reads it with names covered.',
  'final.save': 'Save and check',
  'final.written': '{{price}} is filled in, and not sent yet.',
  'final.to-send': 'Check, seal and send',
  'final.by-signer': 'It is filled in; your signer seals and sends it.',
  'final.sent': 'Version {{n}} is sent. It may be replaced until it is due; the last one counts.',
  'final.opened': 'Opened at {{at}}: {{price}}.',
  'final.aside': 'This proposal is no longer scored: {{ground}}',
  'final.over': 'The time is over, and no final offer came from you.',
  'final.send': 'Check and seal',
  'final.send.lead':
    'Read it through. Once sealed nobody opens it before it is due; you yourself can only replace it with another.',
  'final.send.do': 'Seal and send the final offer',
  'final.nothing': 'Nothing is filled in yet.',

  'feedback.first': 'First price {{first}}, final offer {{final}}.',
  'report.first-price': 'First price',
  'report.final-price': 'Final offer',
  'report.annex.consultation': 'Talks and final offers',
  'report.annex.consultation.said': 'Told to every bidder in the same words at {{at}}: {{words}}',
  'report.annex.consultation.changes': 'What changed of what is asked: {{changes}}',
  'report.annex.consultation.unchanged': 'Nothing changed of what is asked.',
  'report.annex.consultation.due': 'Final offers taken until {{at}}; two keepers then opened all at once.',
} as const satisfies Chapter<typeof zh>
