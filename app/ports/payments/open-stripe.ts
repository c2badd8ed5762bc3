import type Stripe from 'stripe'

/** The SDK, loaded when it is first needed; `answer` stands in for the network. */
export async function openStripe(secretKey: string, answer?: typeof fetch, retries = 2): Promise<Stripe> {
  const { default: Sdk } = await import('stripe')
  const network = answer ? { httpClient: Sdk.createFetchHttpClient(answer) } : {}
  return new Sdk(secretKey, { telemetry: false, maxNetworkRetries: retries, timeout: 20_000, ...network })
}
