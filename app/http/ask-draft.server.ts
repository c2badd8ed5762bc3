import type { Vault } from '#app/ports/vault.ts'
import { placeForm, topicForm, wordsShape } from '#domain/ask/suggestion/forms.ts'

const NAME = 'ask'
const LASTS = 3600
const draftForm = topicForm.extend(placeForm.shape).extend(wordsShape).partial()
export type AskDraft = ReturnType<typeof draftForm.parse>

const sealedIn = (request: Request) =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{20,4000})`).exec(request.headers.get('cookie') ?? '')?.[1]

/** What was answered so far of an ask; it lies sealed in the resident's own browser, and nowhere here. */
export function askDraftIn(request: Request, vault: Vault): AskDraft {
  const sealed = sealedIn(request)
  if (!sealed) return {}
  try {
    return draftForm.parse(JSON.parse(vault.open('ask-draft', sealed)))
  } catch {
    return {}
  }
}

/** Adds answers to the draft a request carries. */
export const withAnswers = (request: Request, vault: Vault, more: AskDraft) => ({
  draft: vault.seal('ask-draft', JSON.stringify({ ...askDraftIn(request, vault), ...more })),
})

/** Hands the draft back to the browser for an hour; none takes it away. */
export const askDraftCookie = (request: Request, draft: string | null): HeadersInit => {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  const lasts = draft === null ? 0 : LASTS
  return {
    'Set-Cookie': `${NAME}=${draft ?? ''}; Path=/ask; Max-Age=${lasts}; HttpOnly; SameSite=Lax${secure}`,
  }
}
