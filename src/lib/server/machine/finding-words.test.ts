// Every finding in each state it may be in has its sentences, in both languages.
import { expect, test } from 'vitest';
import { findingStates, type FindingCode } from './finding.ts';
import { findingWords } from './finding-words.ts';

const facts = {
	ms: 3,
	settings: 'fsync',
	version: '18.1',
	count: 7,
	free: 40,
	least: 5,
	folder: '/var',
	hours: 2,
	days: 9,
	names: 'a.vn',
	role: 'hoithi',
	powers: 'OWNER'
};

test.each(Object.keys(findingStates) as FindingCode[])('%s can be told', (code) => {
	for (const state of findingStates[code])
		for (const language of ['vi', 'en'] as const) {
			const { label, text: told, remedy, command } = findingWords({ code, state, facts }, language);
			const words = [label, told, remedy].filter((text) => text !== null);
			expect(words.length).toBe(state === 'warning' || state === 'bad' ? 3 : 2);
			for (const text of words) expect(text).toMatch(/^[^{}]+$/);
			if (command !== null) expect(remedy).not.toBeNull();
		}
});
