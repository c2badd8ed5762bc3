import type { Told } from './seed.ts'
import type { Story } from './story.ts'
import { tellMeetings } from './tell-meetings.ts'
import { tellNeeds } from './tell-needs.ts'
import { tellRest } from './tell-rest.ts'
import { tellRounds } from './tell-rounds.ts'
import { tellSurveys } from './tell-surveys.ts'

/** The district's years in the order they happened. */
export async function tellAll(story: Story, told: Told) {
  const surveys = await tellSurveys(story)
  told(`${surveys.size} surveys`)
  const needs = await tellNeeds(story, surveys)
  told(`${needs.size} needs`)
  const rounds = await tellRounds(story, needs)
  told(`${rounds.size} rounds`)
  const meetings = await tellMeetings(story, needs)
  told(`${meetings} meetings`)
  await tellRest(story, needs, told)
}
