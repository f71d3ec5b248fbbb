// docs/protocol.md names every event, field, scene and refusal of the wire, and none that is not there.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes } from '../../src/lib/contest/refusal.ts';
import { protocolVersion } from '../../src/lib/live/protocol.ts';

const document = readFileSync('docs/protocol.md', 'utf8');
const protocol = readFileSync('src/lib/live/protocol.ts', 'utf8');
const stage = readFileSync('src/lib/contest/stage.ts', 'utf8');

const bodyOf = (name: string) =>
	new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(protocol)?.[1] ?? '';
const eventsOf = (name: string) =>
	[...bodyOf(name).matchAll(/^\t'?([a-z][a-z:-]*)'?: \(/gm)].map((match) => match[1] ?? '');
/** The names in the first column of the tables of one section. */
const tabled = (section: number) =>
	[...(document.split(/^## /m)[section] ?? '').matchAll(/^\| `([a-z][\w:/-]*)`/gm)].map((match) => match[1] ?? '');

test('every event stands in the tables with its direction, and none that is gone', () => {
	expect(eventsOf('ClientEvents').length).toBeGreaterThan(2);
	expect(tabled(3).sort()).toEqual(eventsOf('ClientEvents').sort());
	expect(tabled(4).sort()).toEqual(eventsOf('ServerEvents').sort());
});

test('every field of what is sent, and every scene, is named', () => {
	const fields = [...(protocol + stage).matchAll(/(?:^\t+|[{;] )(\w+)\??: /gm)].map((match) => match[1] ?? '');
	const kinds = [...stage.matchAll(/kind: ('[a-z-]+')/g)].map((match) => match[1] ?? '');
	expect(fields.length).toBeGreaterThan(60);
	expect(kinds.length).toBeGreaterThan(7);
	const isNamed = (word: string) => new RegExp(`(^|[^\\w-])${word}([^\\w-]|$)`, 'm').test(document);
	expect([...fields, ...kinds].filter((word) => !isNamed(word))).toEqual([]);
});

test('every refusal a client may meet stands in the table, and none that is gone', () => {
	const codes: readonly string[] = refusalCodes;
	const met = codes.filter((code) => code.startsWith('answer/'));
	expect(met.filter((code) => !tabled(5).includes(code))).toEqual([]);
	expect(tabled(5).filter((code) => !codes.includes(code))).toEqual([]);
});

test('the version is the one spoken', () => {
	expect(document).toContain(`version **${protocolVersion}**`);
	expect(document).toContain(`"protocol":${protocolVersion},`);
});
