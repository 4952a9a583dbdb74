declare const brand: unique symbol;

/** A plain value that only its own parser makes, so that two kinds of it cannot be mixed up. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
