/** The words of the sign-in page, which is made before any bundle is loaded. */
export interface SignInWords {
  readonly title: string;
  readonly ask: string;
  readonly button: string;
  readonly none: string;
  readonly spent: string;
  readonly wrong: string;
  readonly busy: string;
  readonly tooMany: (seconds: number) => string;
  readonly byPassword: string;
  readonly name: string;
  readonly password: string;
}

export const SIGN_IN_WORDS: Readonly<Record<'en' | 'es', SignInWords>> = {
  en: {
    title: 'Sign in',
    ask: 'This link signs you in to the desk. It works once.',
    button: 'Sign in to the desk',
    none: 'To sign in, open the link that you were given. Whoever runs this server can make one.',
    spent: 'This sign-in link has been used or is too old. Ask for a new one.',
    wrong: 'The name or the password is not right.',
    busy: 'Too many people are signing in at this moment. Try again in a few seconds.',
    tooMany: (seconds) =>
      `Too many attempts to sign in. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    byPassword: 'Or sign in with a password, if you have one.',
    name: 'Name',
    password: 'Password',
  },
  es: {
    title: 'Iniciar sesión',
    ask: 'Este enlace inicia su sesión en la mesa. Sirve una sola vez.',
    button: 'Entrar en la mesa',
    none: 'Para iniciar sesión, abra el enlace que recibió. Quien administra este servidor puede crear uno.',
    spent: 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.',
    wrong: 'El nombre o la contraseña no es correcto.',
    busy: 'Demasiadas personas inician sesión en este momento. Pruebe de nuevo en unos segundos.',
    tooMany: (seconds) =>
      `Demasiados intentos de iniciar sesión. Pruebe de nuevo en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
    byPassword: 'O inicie sesión con una contraseña, si tiene una.',
    name: 'Nombre',
    password: 'Contraseña',
  },
};
