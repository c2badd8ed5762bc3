/** The bytes of a file somebody sent with a form. */
export const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer())

/** A sent file as the domain keeps it: under the name its sender gave it. */
export const sentFile = async (file: File) => ({ name: file.name, bytes: await bytesOf(file) })
