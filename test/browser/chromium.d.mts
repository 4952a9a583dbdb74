export function findChromium():
  | { readonly path: string; readonly missing: null }
  | { readonly path: null; readonly missing: string };
