const kinds: ReadonlyArray<readonly [RegExp, string]> = [
  [/MicroMessenger/i, 'WeChat'],
  [/HarmonyOS/i, 'HarmonyOS'],
  [/Android/i, 'Android'],
  [/iPhone|iPad/i, 'iPhone / iPad'],
  [/Windows/i, 'Windows'],
  [/Mac OS/i, 'macOS'],
  [/Linux/i, 'Linux'],
]
/** A rough name of the device, enough to know one's own; nothing that tells devices apart is kept. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get('user-agent') ?? ''
  return kinds.filter(([pattern]) => pattern.test(agent)).map(([, name]) => name)[0] ?? '?'
}
