import type { JointBallot } from './tally-terms.ts'
import type { Manifest } from './verify-shapes.ts'

/** blocs.json: the open ballots of the bodies, and which of them abstained. */
export type Bodies = Array<JointBallot & { id: string; abstained: string | null }>

/** 回避: whoever declared it before the seal abstains, and whoever abstains has no ballot that could count. */
export function abstentions(bodies: Bodies, manifest: Pick<Manifest, 'bodies'>) {
  const sealed = manifest.bodies.filter((b) => b.abstains)
  const out = bodies.filter((b) => b.abstained !== null)
  const outSince = sealed.every(({ id }) => out.some((b) => b.id === id))
  return {
    kept: outSince && out.every((b) => b.choices === null),
    say: `${out.length} bodies abstain, ${sealed.length} of them since the seal: no ballot of theirs counts`,
  }
}
