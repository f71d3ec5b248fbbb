// What judges typed, what their devices showed them, and what the database held: holds these against each other; it must not know how a line is cut.
import type { App } from '../../src/lib/server/app.ts';
import type { SheetDraft } from '../../src/routes/judge/sheet-draft.svelte.ts';

/** One field of a sheet: `mark.DC1`, `comment.general`. Marks in hundredths as text, so that both sides write alike. */
export type Fields = Record<string, string>;

interface StateRow {
	version: number;
	operation: string | null;
	fields: Fields;
}

interface Device {
	name: string;
	judgeId: string;
	operations: ReadonlySet<string>;
}

interface Typed {
	device: Device;
	turnId: string;
	name: string;
	text: string;
}

export class Ledger {
	/** What does not hold, in words. */
	readonly violations: string[] = [];
	saves = 0;
	conflicts = 0;
	readonly #app: App;
	readonly #typed: Typed[] = [];
	/** Given up by the judge's own choice between two copies. */
	readonly #givenUp: Typed[] = [];
	/** Versions whose every field a device has shown, by device and turn. */
	readonly #seen = new Map<string, Set<number>>();
	readonly #checks: Promise<void>[] = [];
	readonly #told = new Set<string>();

	constructor(app: App) {
		this.#app = app;
	}

	typed(device: Device, turnId: string, name: string, text: string): void {
		this.#typed.push({ device, turnId, name, text });
	}

	/** Whatever is on the screen now: "saved" must be true, and a choice must show every field that differs. */
	shown(device: Device, turnId: string, draft: SheetDraft, names: string[]): void {
		const fields = fieldsOf(draft, names);
		if (draft.theirs) return this.#conflictShown(device, turnId, draft, fields);
		if (draft.phase !== 'clean' || draft.savedAt === null) return;
		const key = JSON.stringify([device.name, turnId, draft.version, fields]);
		if (this.#told.has(key)) return;
		this.#told.add(key);
		this.saves += 1;
		this.#checks.push(this.#expectStored(device, turnId, draft.version, fields));
	}

	/** After the device has got the server's copy of this version: seen when both agree on every field. */
	met(device: Device, turnId: string, draft: SheetDraft, stored: { version: number; fields: Fields }): void {
		if (draft.theirs) return;
		const here = fieldsOf(draft, Object.keys(stored.fields));
		if (isSame(here, stored.fields)) this.#see(device, turnId, stored.version);
	}

	givenUp(device: Device, turnId: string, name: string, text: string): void {
		this.#givenUp.push({ device, turnId, name, text });
	}

	#conflictShown(device: Device, turnId: string, draft: SheetDraft, here: Fields): void {
		const theirs = draft.theirs!;
		const key = JSON.stringify(['conflict', device.name, turnId, theirs.version, here]);
		if (this.#told.has(key)) return;
		this.#told.add(key);
		this.conflicts += 1;
		const there = storedFields(theirs.marks, theirs.comments, Object.keys(here));
		const listed = new Set(draft.differences.map(({ name }) => name));
		const hidden = Object.keys(here).filter((name) => here[name] !== there[name] && !listed.has(name));
		if (hidden.length > 0) this.#say(device, turnId, `conflict does not show ${hidden.join(' ')}`);
		else this.#see(device, turnId, theirs.version);
	}

	async #expectStored(device: Device, turnId: string, version: number, fields: Fields): Promise<void> {
		const states = await this.#states(turnId, device.judgeId);
		const state = states.find((each) => each.version === version);
		if (!state) return this.#say(device, turnId, `shown as saved at version ${version}, which is not stored`);
		const wrong = Object.keys(fields).filter((name) => fields[name] !== (state.fields[name] ?? ''));
		if (wrong.length > 0) this.#say(device, turnId, `version ${version} shown as saved is stored otherwise: ${wrong}`);
	}

	/** Once every line is mended and every device has sent and settled what it had. */
	async finish(sheets: { turnId: string; judgeId: string; devices: Device[] }[]): Promise<void> {
		await Promise.all(this.#checks);
		for (const sheet of sheets) await this.#finishSheet(sheet);
	}

	async #finishSheet({
		turnId,
		judgeId,
		devices
	}: {
		turnId: string;
		judgeId: string;
		devices: Device[];
	}): Promise<void> {
		const typed = this.#typed.filter((each) => each.turnId === turnId && each.device.judgeId === judgeId);
		if (typed.length === 0) return;
		const states = await this.#states(turnId, judgeId);
		const [device] = devices;
		const say = (what: string) => this.#say(device!, turnId, what);
		const rows = await this.#app.database.sql`
			select version from scoresheet where turn_id = ${turnId} and judge_id = ${judgeId}`;
		if (rows.length !== 1) say(`${rows.length} sheets are stored`);
		const operations = states.map(({ operation }) => operation);
		if (new Set(operations).size !== operations.length) say('one save was stored twice');
		for (const [at, state] of states.entries()) {
			if (state.version !== at + 1) say(`version ${state.version} is state ${at + 1}`);
			const before = states[at - 1];
			if (before && isSame(before.fields, state.fields)) say(`version ${state.version} changes nothing`);
			this.#expectSeenBefore(devices, turnId, state, before);
		}
		for (const each of lastTyped(typed))
			if (!this.#isAccountedFor(each, states)) say(`${each.name} «${each.text}» is lost`);
		if (devices.length === 1) this.#expectOrder(typed, states, say);
	}

	/** A device writes only over what it has shown. */
	#expectSeenBefore(devices: Device[], turnId: string, state: StateRow, before: StateRow | undefined): void {
		const maker = devices.find(({ operations }) => operations.has(state.operation ?? ''));
		if (!maker) return this.#say(devices[0]!, turnId, `nobody has sent version ${state.version}`);
		if (!before || maker.operations.has(before.operation ?? '')) return;
		if (!this.#seen.get(seat(maker, turnId))?.has(before.version))
			this.#say(maker, turnId, `wrote over version ${before.version} without having shown it`);
	}

	#isAccountedFor({ device, turnId, name, text }: Typed, states: StateRow[]): boolean {
		if (states.some(({ fields }) => (fields[name] ?? '') === text)) return true;
		return this.#givenUp.some(
			(each) => each.device === device && each.turnId === turnId && each.name === name && each.text === text
		);
	}

	/** With one device, what is stored is what was typed, in that order, and in the end the last of it. */
	#expectOrder(typed: Typed[], states: StateRow[], say: (what: string) => void): void {
		for (const name of new Set(typed.map((each) => each.name))) {
			const wanted = typed.filter((each) => each.name === name).map(({ text }) => text);
			const held = states
				.map(({ fields }) => fields[name] ?? '')
				.filter((text, at, all) => text !== (all[at - 1] ?? ''));
			let at = 0;
			for (const text of held) {
				at = wanted.indexOf(text, at) + 1;
				if (at === 0) return say(`${name} was «${text}» out of turn: ${held.join(' ')} of ${wanted.join(' ')}`);
			}
			const last = states.at(-1)?.fields[name] ?? '';
			if (last !== wanted.at(-1)) say(`${name} is «${last}», typed last was «${wanted.at(-1)}»`);
		}
	}

	async #states(turnId: string, judgeId: string): Promise<StateRow[]> {
		const rows = await this.#app.database.sql<
			{ version: number; operation: string | null; marks: Record<string, number>; comments: Record<string, string> }[]
		>`select version, operation, marks, comments from stored_state
			where turn_id = ${turnId} and judge_id = ${judgeId} order by number`;
		return rows.map(({ version, operation, marks, comments }) => ({
			version,
			operation,
			fields: storedFields(marks, comments)
		}));
	}

	#see(device: Device, turnId: string, version: number): void {
		const key = seat(device, turnId);
		this.#seen.set(key, (this.#seen.get(key) ?? new Set()).add(version));
	}

	#say(device: Device, turnId: string, what: string): void {
		this.violations.push(`${device.name}, turn ${turnId.slice(-4)}: ${what}`);
	}
}

export function fieldsOf(draft: SheetDraft, names: string[]): Fields {
	return Object.fromEntries(names.map((name) => [name, textOf(draft, name)]));
}

function textOf(draft: SheetDraft, name: string): string {
	const [kind, code = ''] = name.split('.');
	if (kind === 'comment') return (draft.comments[code] ?? '').trim();
	return hundredths(draft.marks[code] ?? '');
}

/** «2,5» → «250»; empty stays empty. */
export const hundredths = (text: string): string =>
	text.trim() === '' ? '' : String(Math.round(Number(text.replace(',', '.')) * 100));

export function storedFields(
	marks: Record<string, number | null>,
	comments: Record<string, string>,
	names?: string[]
): Fields {
	const all: Fields = {};
	for (const [code, mark] of Object.entries(marks)) all[`mark.${code}`] = mark === null ? '' : String(mark);
	for (const [code, text] of Object.entries(comments)) all[`comment.${code}`] = text;
	return names ? Object.fromEntries(names.map((name) => [name, all[name] ?? ''])) : all;
}

function isSame(one: Fields, other: Fields): boolean {
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
		(name) => (one[name] ?? '') === (other[name] ?? '')
	);
}

function lastTyped(typed: Typed[]): Typed[] {
	return [...new Map(typed.map((each) => [`${each.device.name} ${each.name}`, each])).values()];
}

const seat = (device: Device, turnId: string) => `${device.name} ${turnId}`;
