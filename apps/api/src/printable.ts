/** Control characters other than tab and line ends, and halves of characters. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/** Whether a text can be stored and shown as it is; requests, imports and what they hold as JSON ask the same. */
export function isPrintable(text: string): boolean {
  return !unprintable.test(text)
}
