/** The words of the sign-in page, which is made before any bundle is loaded. */
export interface SignInWords {
  readonly title: string;
  readonly ask: string;
  readonly button: string;
  readonly none: string;
  readonly spent: string;
  readonly tooMany: string;
}

export const SIGN_IN_WORDS: Readonly<Record<'en' | 'es', SignInWords>> = {
  en: {
    title: 'Sign in',
    ask: 'This link signs you in to the desk. It works once.',
    button: 'Sign in to the desk',
    none: 'To sign in, open the link that you were given. Whoever runs this server can make one.',
    spent: 'This sign-in link has been used or is too old. Ask for a new one.',
    tooMany: 'Too many attempts to sign in. Try again in a minute.',
  },
  es: {
    title: 'Iniciar sesión',
    ask: 'Este enlace inicia su sesión en la mesa. Sirve una sola vez.',
    button: 'Entrar en la mesa',
    none: 'Para iniciar sesión, abra el enlace que recibió. Quien administra este servidor puede crear uno.',
    spent: 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.',
    tooMany: 'Demasiados intentos de iniciar sesión. Pruebe de nuevo en un minuto.',
  },
};
