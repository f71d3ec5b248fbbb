// What stands between the quotes of a text in JSON: escapes and signs that may not be there; it must not know where the text stands.

/** Where a backslash stands before what it cannot stand before. */
export function wrongEscape(raw: string): number | undefined {
	if (!raw.includes('\\')) return undefined;
	return [...raw.matchAll(/\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?/g)].find((match) => match[1] === undefined)?.index;
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text between the quotes with its escapes resolved. */
export function unescaped(text: string): string {
	return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, sign: string) =>
		code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16))
	);
}

// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The first control character but tab and line end, such as U+001B, or null: in a terminal they would act. */
export function controlIn(text: string): string | null {
	const sign = control.exec(text)?.[0];
	return sign === undefined ? null : `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
