/** A project of a Pabulib file: its id and cost, and a name where it is not “x”. */
export type Item = [id: string, cost: number | string, name?: string]
/** A Pabulib file with these projects; its ballots, if any, stand as `votes` lines. */
export const pbOf = (
  items: Item[],
  meta: Record<string, string | number> = {},
  votes: readonly string[] = [],
) => {
  const head = {
    description: '春季票决',
    country: 'China',
    unit: 'C1',
    instance: '2026',
    num_projects: items.length,
    num_votes: votes.length,
    budget: 200_000,
    vote_type: 'approval',
    rule: 'greedy',
    date_begin: '2026',
    date_end: '2026',
    ...meta,
  }
  const rows = Object.entries(head).map(([key, value]) => `${key};${value}`)
  const projects = items.map(([id, cost, name = 'x']) => `${id};${cost};${name}`)
  return [
    'META',
    'key;value',
    ...rows,
    'PROJECTS',
    'project_id;cost;name',
    ...projects,
    'VOTES',
    'voter_id;vote',
    ...votes,
    '',
  ].join('\n')
}
