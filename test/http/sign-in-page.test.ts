import { expect, it } from 'vitest';
import { signInPage } from '../../server/http/sign-in-page.ts';

it('holds nothing of a code that would be markup', () => {
  const page = signInPage({ kind: 'ask', code: `"><script>alert('x')</script>&` }, 'en');
  expect(page).not.toContain('<script');
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"');
});

it('speaks Spanish, and has no inline script or style for the policy to stop', () => {
  const page = signInPage({ kind: 'spent' }, 'es');
  expect(page).toContain('lang="es"');
  expect(page).toContain('Este enlace ya se usó');
  expect(page).not.toMatch(/<script|<style| style=| on\w+=/);
});

it.each([
  ['en', 1, 'Try again in 1 second.'],
  ['en', 42, 'Try again in 42 seconds.'],
  ['es', 42, 'Pruebe de nuevo en 42 segundos.'],
] as const)('says in %s when to try again, %i s', (language, seconds, said) => {
  expect(signInPage({ kind: 'tooMany', seconds }, language)).toContain(said);
});

it('names its fields for password managers and for those who hear the page', () => {
  const page = signInPage({ kind: 'wrong' }, 'en');
  expect(page).toContain('role="alert">The name or the password is not right.');
  expect(page).toMatch(/<label>Name<input name="name" autocomplete="username"/);
  expect(page).toMatch(/<label>Password<input name="password" type="password"/);
});
