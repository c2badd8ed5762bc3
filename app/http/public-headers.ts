/** Passes the loader's word on that its page is the same for everyone. */
export const publicHeaders = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders
