/**
 * The nonce under which the server allows style elements. antd passes it on, save for its scroll lock and its
 * measuring of scroll bars, so every style element that is created here gets it.
 */
export function adoptStyleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  if (!nonce) return undefined
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
  return nonce
}
