import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { withoutPaper } from '#app/http/ballot-paper.server.ts'

/** Takes the ballot paper out of this browser. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const roundId = params.roundId ?? ''
  return redirect(`/votes/${roundId}/cast`, { headers: await withoutPaper(roundId, request) })
}
export const loader = ({ params }: { params: Record<string, string | undefined> }) =>
  redirect(`/votes/${params.roundId ?? ''}/cast`)
