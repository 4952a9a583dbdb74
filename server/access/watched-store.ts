import type { AccountStore } from './account-store.ts';

/** The same store, which tells after all that may take a right away from somebody. */
export function watchedStore(store: AccountStore, tell: () => void): AccountStore {
  const telling =
    <Words extends readonly unknown[], Value>(act: (...words: Words) => Promise<Value>) =>
    async (...words: Words): Promise<Value> => {
      const value = await act(...words);
      tell();
      return value;
    };
  return {
    ...store,
    changeRole: telling(store.changeRole),
    remove: telling(store.remove),
    setPassword: telling(store.setPassword),
    takeCredential: telling(store.takeCredential),
    forgetCredentials: telling(store.forgetCredentials),
  };
}
