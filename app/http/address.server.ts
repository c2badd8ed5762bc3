const addresses = new WeakMap<Request, string>()

/** Remembers from which address a request came, for the limits on codes. */
export const noteAddress = (request: Request, address: string) => addresses.set(request, address)
/** The address a request came from; unknown ones share one limit. */
export const addressOf = (request: Request) => addresses.get(request) ?? 'unknown'
