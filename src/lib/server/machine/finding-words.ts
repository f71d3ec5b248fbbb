// The sentences of a finding, in either language; it must not know how anything was found.
import { m } from '../../paraglide/messages.js';
import type { Finding, FindingCode } from './finding.ts';

export interface FindingWords {
	label: string;
	text: string;
	/** What to do; null when nothing need be done. */
	remedy: string | null;
	/** What the administrator types for it; null where words are enough. */
	command: string | null;
}

const backUp = 'npm run hoithi -- backup var/backups/truoc-gio-thi.sql.gz';
const commands: Partial<Record<FindingCode, string>> = { 'no-backup': backUp, 'last-backup': backUp };

export function findingWords({ code, state, facts }: Finding, locale: 'vi' | 'en'): FindingWords {
	const say = (what: string) => {
		const sentence = m[`machine_${code.replaceAll('-', '_')}_${what}` as keyof typeof m] as (
			facts: Finding['facts'],
			options: { locale: 'vi' | 'en' }
		) => string;
		return sentence(facts, { locale });
	};
	const isOpen = state === 'warning' || state === 'bad';
	return {
		label: say('label'),
		text: say(state),
		remedy: isOpen ? say('remedy') : null,
		command: isOpen ? (commands[code] ?? null) : null
	};
}
