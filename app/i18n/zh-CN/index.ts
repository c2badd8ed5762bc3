import { archive } from './archive.ts'
import { ask } from './ask.ts'
import { attendance } from './attendance.ts'
import { bid } from './bid.ts'
import { books } from './books.ts'
import { buy } from './buy.ts'
import { call } from './call.ts'
import { care } from './care.ts'
import { casework } from './casework.ts'
import { challenge } from './challenge.ts'
import { channel } from './channel.ts'
import { cofund } from './cofund.ts'
import { communityBooks } from './community-books.ts'
import { consultation } from './consultation.ts'
import { contract } from './contract.ts'
import { count } from './count.ts'
import { data } from './data.ts'
import { delegation } from './delegation.ts'
import { deliver } from './deliver.ts'
import { desk } from './desk.ts'
import { evaluation } from './evaluation.ts'
import { framework } from './framework.ts'
import { gaps } from './gaps.ts'
import { genuine } from './genuine.ts'
import { hall } from './hall.ts'
import { handover } from './handover.ts'
import { intake } from './intake.ts'
import { jointLog } from './joint-log.ts'
import { law } from './law.ts'
import { listed } from './listed.ts'
import { minor } from './minor.ts'
import { open } from './open.ts'
import { orgs } from './orgs.ts'
import { oversight } from './oversight.ts'
import { pay } from './pay.ts'
import { plan } from './plan.ts'
import { proposal } from './proposal.ts'
import { ranking } from './ranking.ts'
import { rate } from './rate.ts'
import { register } from './register.ts'
import { result } from './result.ts'
import { round } from './round.ts'
import { seal } from './seal.ts'
import { settlement } from './settlement.ts'
import { shell } from './shell.ts'
import { supervision } from './supervision.ts'
import { survey } from './survey.ts'
import { tend } from './tend.ts'
import { trustee } from './trustee.ts'
import { vote } from './vote.ts'
import { who } from './who.ts'

/** Every word people read, in the language it was written in; the other languages must have the same keys. */
export const zhCN = {
  ...shell,
  ...ask,
  ...genuine,
  ...gaps,
  ...hall,
  ...intake,
  ...listed,
  ...survey,
  ...vote,
  ...trustee,
  ...seal,
  ...round,
  ...count,
  ...channel,
  ...register,
  ...result,
  ...buy,
  ...call,
  ...plan,
  ...delegation,
  ...framework,
  ...minor,
  ...proposal,
  ...evaluation,
  ...consultation,
  ...bid,
  ...challenge,
  ...deliver,
  ...supervision,
  ...care,
  ...casework,
  ...attendance,
  ...settlement,
  ...contract,
  ...archive,
  ...handover,
  ...tend,
  ...pay,
  ...books,
  ...communityBooks,
  ...cofund,
  ...oversight,
  ...ranking,
  ...rate,
  ...orgs,
  ...who,
  ...desk,
  ...jointLog,
  ...law,
  ...open,
  ...data,
} as const
