// Text of a form field as the value it stands for; it must not know which values are right.

/** Null for anything that is no JSON. */
export function parsedJson(text: unknown): unknown {
	try {
		return JSON.parse(String(text));
	} catch {
		return null;
	}
}
