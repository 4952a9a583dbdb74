/** Whether a text that must say something says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
