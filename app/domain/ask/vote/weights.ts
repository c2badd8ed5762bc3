import type { BlocWeight } from '#db/vocabulary.ts'

type Typed = {
  weightResident?: number | undefined
  weightCommittee?: number | undefined
  weightCentre?: number | undefined
  weightStreet?: number | undefined
  weightOrganisation?: number | undefined
}

/** 联合评选的权重, in percent; null: residents alone decide. */
export function weightsIn(typed: Typed): BlocWeight[] | null {
  const all: BlocWeight[] = [
    { bloc: 'resident', weight: typed.weightResident ?? 0 },
    { bloc: 'committee', weight: typed.weightCommittee ?? 0 },
    { bloc: 'centre', weight: typed.weightCentre ?? 0 },
    { bloc: 'street', weight: typed.weightStreet ?? 0 },
    { bloc: 'organisation', weight: typed.weightOrganisation ?? 0 },
  ]
  const voting = all.filter(({ weight }) => weight > 0)
  const alone = voting.length === 0 || (voting.length === 1 && voting[0]!.bloc === 'resident')
  return alone ? null : voting
}
