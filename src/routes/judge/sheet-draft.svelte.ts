// A sheet while it is being marked: what is typed, what is confirmed, what is on its way; it must not know the page around it.
import { formatPoints, parsePoints, type Points } from '#lib/contest/points.ts';
import { isMarkOnGrid, type Criterion, type Marks } from '#lib/contest/rubric.ts';
import { keepLocalDraft, readLocalDraft } from './local-draft.ts';
import { postSheet, type Posted, type SheetRefusal } from './post-sheet.ts';
import { differencesOf, type Difference } from './sheet-differences.ts';
import {
	fieldName,
	markField,
	nameSave,
	saveForm,
	sheetForm,
	type Field,
	type SheetSave,
	type TypedText
} from './sheet-form.ts';
import { addToStoredCopy, keepStoredCopy, type StoredSheet } from './stored-copy.ts';

/** With the password, the PIN is set at the same time. */
export interface Signature {
	pin: string;
	password: string;
}

export interface DraftPlan {
	/** Address of the desk, without query. */
	address: string;
	turnId: string;
	/** Place of the local copy. */
	place: string;
	language: 'vi' | 'en';
	criteria: Criterion[];
	/** The server's copy is wanted anew: it was changed elsewhere, or locked. */
	onstale: () => void;
	/** What waits on this device has changed. */
	onkept: () => void;
}

/** clean: all confirmed · waiting: typed, sent in a moment · sending · unsent: kept here, tried again · conflict: both copies are shown */
export type DraftPhase = 'clean' | 'waiting' | 'sending' | 'unsent' | 'conflict';

/** Nothing more is saved: the page shows something else than this sheet. */
const endedCodes = new Set(['sheet/locked', 'sheet/on-paper', 'session/locked', 'calibration/closed']);
const pauseMs = 400;
const retryMs = 3_000;

export class SheetDraft {
	/** As typed. */
	marks = $state<Record<string, string>>({});
	comments = $state<Record<string, string>>({});
	version = $state(0);
	savedAt = $state<number | null>(null);
	phase = $state<DraftPhase>('clean');
	refusal = $state<SheetRefusal | null>(null);
	/** Whether this device keeps what is typed until the server has it. */
	isKept = $state(true);
	/** The server's copy while both differ. */
	theirs = $state.raw<StoredSheet | null>(null);
	differences = $state.raw<Difference[]>([]);

	readonly #plan: DraftPlan;
	readonly #dirty = new Map<string, Field>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;
	/** Sent, and perhaps stored: it is sent again as it was, before anything newer. */
	#undecided: SheetSave | null = null;
	/** The server's copy that is newer than what was typed over, until it is known whether this device made it so. */
	#unmet: StoredSheet | null = null;
	/** The server holds another copy than the one typed over, and it has not come yet: until then nothing it would take can be sent. */
	#isBehind = false;
	#isLeft = false;
	/** Fields the server refuses for now: the others do not wait for them. */
	readonly #held = new Set<string>();

	constructor(plan: DraftPlan, stored: StoredSheet) {
		this.#plan = plan;
		this.#adopt(stored);
	}

	/** The mark as points; null when empty, undefined when it does not fit the criterion. */
	markOf(criterion: Criterion): Points | null | undefined {
		const text = (this.marks[criterion.code] ?? '').trim();
		if (text === '') return null;
		const points = parsePoints(text);
		return points !== null && isMarkOnGrid(criterion, points) ? points : undefined;
	}

	setMark(code: string, text: string): void {
		this.marks[code] = text;
		this.#touch({ kind: 'mark', code });
	}

	setComment(code: string, text: string): void {
		this.comments[code] = text;
		this.#touch({ kind: 'comment', code });
	}

	/** Brings back what an earlier visit could not send, with what was typed before the script ran. Only in the browser. */
	restore(early: readonly TypedText[]): void {
		const nothing = early.length > 0 ? { version: this.version, marks: {}, comments: {}, sent: null } : null;
		const local = readLocalDraft(this.#plan.place) ?? nothing;
		if (!local) return;
		const isBehind = local.version !== this.version;
		const stored: StoredSheet = {
			version: this.version,
			marks: this.#points(),
			comments: { ...this.comments },
			savedAt: this.savedAt
		};
		this.#undecided = local.sent ?? null;
		for (const [code, text] of Object.entries(local.marks)) this.#restoreField({ kind: 'mark', code }, text);
		for (const [code, text] of Object.entries(local.comments)) this.#restoreField({ kind: 'comment', code }, text);
		for (const { text, ...field } of early) this.#type(field, text);
		this.#keepOver(local.version);
		if (this.#undecided && isBehind) this.#unmet = stored;
		else if (this.#dirty.size > 0 && isBehind) return this.#meet(stored);
		void this.flush();
	}

	/** Takes news of the stored sheet; what is typed and not confirmed is never thrown away. */
	follow(stored: StoredSheet): void {
		if (this.#held.size > 0 && !this.#sending) {
			this.#held.clear();
			void this.flush();
		}
		// A database that was restored counts from an earlier version.
		const isNews = this.#isBehind ? stored.version !== this.version : stored.version > this.version;
		if (!isNews) return;
		if (this.#sending || this.#undecided) {
			this.#unmet = stored;
			return void this.flush();
		}
		this.#take(stored);
	}

	/** Of a conflict: fields named in `here` are sent over the server's copy as they stand on this device, all others are taken from it. */
	resolve(here: ReadonlySet<string>): void {
		const stored = this.theirs;
		if (!stored) return;
		const chosen = this.differences.filter(({ name }) => here.has(name));
		this.#dirty.clear();
		this.#adopt(stored);
		for (const { name, kind, code, here: text } of chosen) {
			(kind === 'mark' ? this.marks : this.comments)[code] = text;
			this.#dirty.set(name, { kind, code });
		}
		this.#keep();
		void this.flush();
	}

	/** Sends now what is typed and valid. */
	async flush(keepalive = false): Promise<void> {
		if (!this.#isLeft) await this.#send(keepalive);
	}

	async #send(keepalive: boolean): Promise<void> {
		clearTimeout(this.#timer);
		if (this.theirs) return;
		if (this.#sending) return this.#sending;
		if (this.#isBehind) return this.#askAnew();
		const save = this.#undecided ?? this.#nextSave();
		if (!save) return;
		this.#undecided = save;
		this.#keepOver(save.version);
		this.phase = 'sending';
		this.#sending = postSheet(`${this.#plan.address}?/save`, saveForm(this.#plan.turnId, save), keepalive)
			.then((posted) => this.#answered(posted, save))
			.finally(() => (this.#sending = null));
		await this.#sending;
	}

	/** One time is ever waited for, and none once the sheet has left the page. */
	#sendIn(ms: number): void {
		clearTimeout(this.#timer);
		if (!this.#isLeft) this.#timer = setTimeout(() => void this.flush(), ms);
	}

	/** Submits the sheet with everything typed. Null when it is locked now. */
	async submit({ pin, password }: Signature): Promise<SheetRefusal | null | 'lost'> {
		clearTimeout(this.#timer);
		if (this.#sending) await this.#sending;
		if (this.#undecided) await this.flush();
		await this.flush();
		if (this.#dirty.size > 0) return this.refusal ?? 'lost';
		const form = sheetForm(this.#plan.turnId, this.version, { pin });
		if (password !== '') form.set('password', password);
		const posted = await postSheet(`${this.#plan.address}?/lock`, form);
		if (posted.kind === 'lost') return 'lost';
		return posted.kind === 'refused' && posted.refusal.code !== 'sheet/locked' ? posted.refusal : null;
	}

	/** The sheet leaves the page: what has no answer by then stays on the device, for whoever sends it from there. */
	async stop(): Promise<void> {
		this.#isLeft = true;
		await this.#send(true);
	}

	#adopt(stored: StoredSheet): void {
		const { language } = this.#plan;
		this.marks = Object.fromEntries(
			Object.entries(stored.marks).map(([code, mark]) => [code, mark === null ? '' : formatPoints(mark, language)])
		);
		this.comments = { ...stored.comments };
		this.version = stored.version;
		this.savedAt = stored.savedAt;
		this.theirs = null;
		this.differences = [];
		this.#undecided = this.#unmet = null;
		this.#isBehind = false;
		this.refusal = null;
		this.phase = 'clean';
		keepStoredCopy(this.#plan.place, stored);
	}

	#take(stored: StoredSheet): void {
		if (this.#dirty.size === 0) this.#adopt(stored);
		else this.#meet(stored);
	}

	/** Both copies have moved on: where they say the same there is nothing to choose. */
	#meet(stored: StoredSheet): void {
		this.differences = differencesOf(this.#plan, this, stored, this.#dirty);
		if (this.differences.length === 0) {
			this.#dirty.clear();
			this.#adopt(stored);
			return this.#keep();
		}
		this.theirs = stored;
		this.phase = 'conflict';
	}

	#restoreField(field: Field, text: string): void {
		const texts = field.kind === 'mark' ? this.marks : this.comments;
		const isSame =
			field.kind === 'mark' ? parsePoints(texts[field.code] ?? '') === parsePoints(text) : texts[field.code] === text;
		const isStored = text === (texts[field.code] ?? '') || (isSame && (texts[field.code] ?? '') !== '');
		// While a save is undecided, what looks stored may be what it is about to change.
		if (isStored && !this.#undecided) return;
		this.#type(field, text);
	}

	#type(field: Field, text: string): void {
		(field.kind === 'mark' ? this.marks : this.comments)[field.code] = text;
		this.#dirty.set(fieldName(field), field);
	}

	#touch(field: Field): void {
		this.#dirty.set(fieldName(field), field);
		this.#held.delete(fieldName(field));
		this.#keep();
		if (this.theirs || this.#isBehind) return;
		if (!this.#sending) this.phase = 'waiting';
		this.#sendIn(pauseMs);
	}

	#keep(): void {
		this.#keepOver(this.#undecided?.version ?? this.version);
	}

	#keepOver(version: number): void {
		const { place, onkept } = this.#plan;
		const marks: Record<string, string> = {};
		const comments: Record<string, string> = {};
		for (const field of this.#dirty.values())
			(field.kind === 'mark' ? marks : comments)[field.code] = this.#text(field);
		const sent = this.#undecided;
		const isEmpty = this.#dirty.size === 0 && !sent;
		this.isKept = keepLocalDraft(place, isEmpty ? null : { version, marks, comments, sent });
		onkept();
	}

	#text({ kind, code }: Field): string {
		return (kind === 'mark' ? this.marks : this.comments)[code] ?? '';
	}

	/** Fields that can be sent, with their text at this moment; null when there are none. A half-typed mark waits. */
	#nextSave(): SheetSave | null {
		const texts: Record<string, string> = {};
		for (const [name, field] of this.#dirty) {
			if (this.#held.has(name)) continue;
			const criterion = this.#plan.criteria.find(({ code }) => code === field.code);
			if (field.kind === 'mark' && (!criterion || this.markOf(criterion) === undefined)) continue;
			texts[name] = this.#text(field);
		}
		const isEmpty = Object.keys(texts).length === 0;
		return isEmpty ? null : { operation: nameSave(), version: this.version, texts };
	}

	#answered(posted: Posted, save: SheetSave): void {
		if (posted.kind !== 'lost') this.#undecided = null;
		if (posted.kind === 'done')
			addToStoredCopy(this.#plan.place, save, posted.version ?? save.version, posted.savedAt ?? this.savedAt);
		// Who sends it from there is told once more that it is stored: here nobody knows whether the sheet is being opened again.
		if (this.#isLeft) return this.#plan.onkept();
		if (posted.kind === 'done') {
			this.#confirm(save);
			this.version = posted.version ?? this.version;
			this.savedAt = posted.savedAt ?? this.savedAt;
			const unmet = this.#unmet;
			this.#unmet = null;
			if (this.#held.size === 0) this.refusal = null;
			const isMore = this.#nextSave() !== null;
			this.phase = isMore ? 'waiting' : this.#held.size > 0 ? 'unsent' : 'clean';
			this.#keep();
			if (unmet && unmet.version > this.version) return this.#take(unmet);
			// What was typed meanwhile goes next.
			if (isMore) this.#sendIn(pauseMs);
			return;
		}
		this.phase = 'unsent';
		if (posted.kind === 'lost') return this.#sendIn(retryMs);
		this.#keep();
		if (this.#unmet && !endedCodes.has(posted.refusal.code)) return this.#take(this.#unmet);
		if (posted.refusal.code === 'sheet/changed-elsewhere') {
			this.#isBehind = true;
			return this.#askAnew();
		}
		this.refusal = posted.refusal;
		const { field = '' } = posted.refusal;
		const held = [field, markField(field)].find((name) => save.texts[name] !== undefined);
		if (held !== undefined && Object.keys(save.texts).length > 1) {
			this.#held.add(held);
			this.#sendIn(pauseMs);
		}
		if (!endedCodes.has(posted.refusal.code)) return;
		this.#plan.onstale();
		this.#sendIn(retryMs);
	}

	/** Again and again, for the newer copy may get lost on its way as well. */
	#askAnew(): void {
		if (this.#isLeft) return;
		this.phase = 'unsent';
		this.#sendIn(retryMs);
		this.#plan.onstale();
	}

	/** What was typed again meanwhile is not confirmed. */
	#confirm({ texts }: SheetSave): void {
		for (const [name, text] of Object.entries(texts)) {
			const field = this.#dirty.get(name);
			if (field && this.#text(field) === text) this.#dirty.delete(name);
		}
	}

	#points(): Marks {
		return Object.fromEntries(Object.entries(this.marks).map(([code, text]) => [code, parsePoints(text)]));
	}
}
