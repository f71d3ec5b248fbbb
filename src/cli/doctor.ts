// `hoithi doctor`: examines the machine before an event and says what to do; it changes nothing but a probe in the backup folder.
import { openDatabaseOf } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { examineMachine } from '#lib/server/machine/examine-machine.ts';
import { isFit, type Finding, type FindingState } from '#lib/server/machine/finding.ts';
import { findingWords } from '#lib/server/machine/finding-words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TextOptions } from './text-options.ts';

/** False when a finding is bad. */
export async function doctor({ json, lang }: TextOptions): Promise<boolean> {
	const findings = await examine(process.env);
	process.stdout.write(json ? asJson(findings) : asText(findings, lang));
	return isFit(findings);
}

/** With the settings of a server that would run here. */
export async function examine(settings: NodeJS.ProcessEnv): Promise<Finding[]> {
	const config = readConfig(settings);
	const opened = await openDatabaseOf(config, makeLog('silent')).catch(() => null);
	try {
		return await examineMachine(config, opened?.database ?? null);
	} finally {
		await opened?.close();
	}
}

function asJson(findings: Finding[]): string {
	const told = findings.map((finding) => ({
		...finding,
		vi: findingWords(finding, 'vi'),
		en: findingWords(finding, 'en')
	}));
	return `${JSON.stringify({ fit: isFit(findings), findings: told }, null, '\t')}\n`;
}

function asText(findings: Finding[], locale: 'vi' | 'en'): string {
	const states: Record<FindingState, string> = {
		good: m.machine_state_good({}, { locale }),
		warning: m.machine_state_warning({}, { locale }),
		bad: m.machine_state_bad({}, { locale }),
		hint: m.machine_state_hint({}, { locale })
	};
	const width = Math.max(...Object.values(states).map((word) => word.length));
	const lines = findings.flatMap((finding) => {
		const { label, text, remedy, command } = findingWords(finding, locale);
		const lead = states[finding.state].padEnd(width);
		const more = [remedy, command].filter((line) => line !== null);
		return [`${lead}  ${label}: ${text}`, ...more.map((line) => `${' '.repeat(width)}  → ${line}`)];
	});
	const verdict = isFit(findings) ? m.machine_fit({}, { locale }) : m.machine_unfit({}, { locale });
	return `${lines.join('\n')}\n\n${verdict}\n`;
}
