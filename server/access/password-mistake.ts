const FEWEST = 12;
/** As many as a long sentence has; a hash must not be given a book to read. */
export const LONGEST_PASSWORD = 200;
const FEWEST_DIFFERENT = 5;
/** A shorter name is in too many words. */
const TELLING_NAME = 4;

/**
 * Why a password is no good, in a sentence, or null. By its length, which is what makes it hard to guess
 * (NIST SP 800-63B: no rules about kinds of characters).
 */
export function passwordMistake(password: string, name: string): string | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < FEWEST || characters.length > LONGEST_PASSWORD)
    return `A password has ${FEWEST} to ${LONGEST_PASSWORD} characters: a few words are best.`;
  if (new Set(characters).size < FEWEST_DIFFERENT)
    return `A password has at least ${FEWEST_DIFFERENT} different characters.`;
  if (name.length >= TELLING_NAME && password.toLowerCase().includes(name.toLowerCase()))
    return 'A password does not hold the name of its person.';
  return null;
}
