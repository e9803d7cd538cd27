import type { AssumptionTypes } from './types.js'

type Id = keyof AssumptionTypes & string

/** An id as somebody writes it: any name may stand for a member. */
type Written<I extends string> = I extends `${infer Collection}.*.${infer Field}`
  ? `${Collection}.${string}.${Field}`
  : I

/** The next name of the ids below a prefix. */
type NameBelow<P extends string, I extends string = Id> = I extends `${P}${infer Rest}`
  ? Rest extends `${infer Name}.${string}`
    ? Name
    : Rest
  : never

/** What may be declared at a path: a value, or the names below it; a member may be null. */
type Below<P extends string> = P extends Id
  ? AssumptionTypes[P]
  : {
      readonly [Name in NameBelow<`${P}.`> as Name extends '*' ? string : Name]?:
        | Below<`${P}.${Name}`>
        | (Name extends '*' ? null : never)
    }

/**
 * Changes of assumptions, nested or with dotted keys; a misspelt id does not compile. `null` removes a
 * member of a collection: `{ market: { channels: { email_marketing: null } } }`.
 */
export type AssumptionChanges = {
  readonly [I in Id as Written<I>]?: AssumptionTypes[I]
} & { readonly [Name in NameBelow<''>]?: Below<Name> }
