import { inArray } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { findContract } from '../contract/find-contract.ts'
import { serviceUsersOf } from '../diary/find-diary.ts'
import { casesOf, findCase, notesOf } from './find-case.ts'
import { heirsOf } from './keep-case.ts'

/** 我的个案: a worker's own files, and those of whom he supervises. */
export async function casesPage(ctx: Context) {
  authorize(ctx.actor, 'caseFile.list', {})
  const rows = await casesOf(ctx.db, ctx.actor.personId!)
  return rows.map(({ file, label, contract, worker }) => ({
    ...{ id: file.id, refNo: file.refNo, state: file.state, openedAt: file.openedAt, label, worker },
    ...{ project: contract.title, own: file.workerId === ctx.actor.personId },
  }))
}

/** What a file is opened from. */
export async function newCasePage(ctx: Context, contractId: string) {
  const contract = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'caseFile.open', contract)
  const users = await serviceUsersOf(ctx.db, contractId)
  return { id: contract.id, title: contract.title, users: users.map(({ id, label }) => ({ id, label })) }
}

/** One file, opened for its worker and his supervisor. */
export async function casePage(ctx: Context, caseId: string) {
  const was = await findCase(ctx.db, caseId)
  authorize(ctx.actor, 'caseFile.read', was)
  const open = (sealed: string | null) => (sealed ? ctx.vault.open('case', sealed) : null)
  const heirs = may(ctx.actor, 'caseFile.hand_over', was) ? await heirsOf(ctx.db, was) : []
  const notes = await notesOf(ctx.db, caseId)
  return {
    file: {
      ...{ id: caseId, refNo: was.refNo, state: was.state, openedAt: was.openedAt, closedAt: was.closedAt },
      ...{ label: was.label, worker: was.worker, project: was.contract.title, contractId: was.contractId },
    },
    goal: open(was.goalSealed),
    closing: open(was.closingSealed),
    notes: notes.map(({ note, entry, author }) => ({
      ...{ id: note.id, on: entry.heldOn, minutes: entry.minutes, author, words: open(note.wordsSealed) },
      arrivedOn: dateOf(note.at),
    })),
    heirs: await ctx.db
      .select({ id: persons.id, name: persons.name })
      .from(persons)
      .where(inArray(persons.id, heirs.length > 0 ? heirs : [''])),
    today: dateOf(ctx.clock.now()),
    may: {
      note: was.state === 'open' && may(ctx.actor, 'caseFile.note', was),
      close: was.state === 'open' && may(ctx.actor, 'caseFile.close', was),
      reopen: was.state === 'closed' && may(ctx.actor, 'caseFile.reopen', was),
    },
  }
}
