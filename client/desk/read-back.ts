const DIGITS = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
} as const;

/** A number as a caller reads it aloud, digit by digit: 465 is "four six five". */
export function spokenDigits(value: number, language: 'en' | 'es'): string {
  return [...String(value)].map((digit) => DIGITS[language][Number(digit)]).join(' ');
}
