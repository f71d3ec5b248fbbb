// The way to a place in a document as people read it: `rules.stages[0].parts[1]`; it must not know any document.
import { found } from '../problem.ts';

export type JsonWay = readonly (string | number)[];

/** `$` for the whole document; fields that are no plain words stand in quotes: `sheets[3].marks["TT 1"]`. */
export function jsonPath(way: JsonWay): string {
	const path = way.map((step) => {
		if (typeof step === 'number') return `[${step}]`;
		return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(step) ? `.${step}` : `[${quoted(step)}]`;
	});
	return path.join('').replace(/^\./, '') || '$';
}

// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text in quotes, short, with everything written out that cannot be seen or would steer a terminal. */
export function quoted(text: string): string {
	return JSON.stringify(found(text)).replace(
		unseen,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
