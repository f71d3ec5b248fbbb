// The sentences of a finding, in either language; it must not know how anything was found.
import { m } from '../../paraglide/messages.js';
import type { Finding } from './finding.ts';

export interface FindingWords {
	label: string;
	text: string;
	/** What to do; null when nothing need be done. */
	remedy: string | null;
}

export function findingWords({ code, state, facts }: Finding, locale: 'vi' | 'en'): FindingWords {
	const say = (what: string) => {
		const sentence = m[`machine_${code.replaceAll('-', '_')}_${what}` as keyof typeof m] as (
			facts: Finding['facts'],
			options: { locale: 'vi' | 'en' }
		) => string;
		return sentence(facts, { locale });
	};
	return {
		label: say('label'),
		text: say(state),
		remedy: state === 'warning' || state === 'bad' ? say('remedy') : null
	};
}
