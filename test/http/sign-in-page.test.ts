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
