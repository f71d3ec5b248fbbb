// Holds a schema and a type equal at compile time, in both directions, so that they cannot drift apart; it must not know which.
import type * as z from 'zod';

/** The type with its intersections written out, so that equal shapes are identical types. */
type Written<Type> = Type extends readonly (infer Item)[]
	? Written<Item>[]
	: Type extends object
		? { [Field in keyof Type]: Written<Type[Field]> }
		: Type;

/** True when the two have the same fields with the same types, optional and required alike. */
export type SameType<A, B> =
	(<T>() => T extends Written<A> ? 1 : 2) extends <T>() => T extends Written<B> ? 1 : 2 ? true : false;

/** The schema itself, called `name` in the JSON Schema; a compile error when what it reads is not exactly `Type`. */
export function schemaOf<Type>(name: string) {
	return <Schema extends z.ZodType>(schema: SameType<z.infer<Schema>, Type> extends true ? Schema : never): Schema =>
		schema.meta({ ...schema.meta(), id: name });
}
