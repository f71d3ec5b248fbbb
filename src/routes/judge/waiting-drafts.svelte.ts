// What waits on this device, over all sheets of one judge, and its way to the server without any sheet being opened; it must not know the page.
import {
	forgetSent,
	keepLocalDraft,
	placeOf,
	readLocalDraft,
	readLocalDrafts,
	type LocalDraft
} from './local-draft.ts';
import { postSheet, type Posted } from './post-sheet.ts';
import { commentField, markField, nameSave, saveForm, type SheetSave } from './sheet-form.ts';
import { addToStoredCopy } from './stored-copy.ts';

const retryMs = 3_000;

export class WaitingDrafts {
	/** How much waits, the sheet in hand included. */
	marks = $state(0);
	comments = $state(0);
	turns = $state.raw<ReadonlySet<string>>(new Set());
	/** Turns whose draft the server did not take: only the judge can say what holds. */
	stuck = $state.raw<ReadonlySet<string>>(new Set());

	readonly #desk: string;
	readonly #judgeId: string;
	#inHand: string | null = null;
	#opening: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending = false;

	/** `desk` is where the sheets are marked, below `/judge/`. */
	constructor(desk: string, judgeId: string) {
		this.#desk = desk;
		this.#judgeId = judgeId;
	}

	/** The sheet in hand sends itself; what the judge opens is looked at by the judge. */
	take(turnId: string | null): void {
		this.#inHand = turnId;
		this.#unstick(turnId);
		this.look();
	}

	/** The sheet that is being loaded, null once it is there: a save of it that ends meanwhile would be newer than what comes, as of another device. */
	open(turnId: string | null): void {
		this.#opening = turnId;
		if (turnId === null) void this.send();
	}

	/** Counts anew. */
	look(): void {
		let [marks, comments] = [0, 0];
		const drafts = this.#drafts();
		for (const draft of drafts.values()) {
			marks += Object.keys(draft.marks).length;
			comments += Object.keys(draft.comments).length;
		}
		[this.marks, this.comments, this.turns] = [marks, comments, new Set(drafts.keys())];
	}

	/** What is left of a draft on this device, to be read before it is thrown away. */
	leftOf(turnId: string): LocalDraft | null {
		return this.#drafts().get(turnId) ?? null;
	}

	discard(turnId: string): void {
		keepLocalDraft(placeOf(this.#desk, this.#judgeId, turnId), null);
		this.look();
	}

	/** Sends every sheet that is neither in hand nor being opened, until nothing is left that the server would take. */
	async send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#sending) return;
		this.#sending = true;
		let isLost = false;
		for (const turnId of this.#drafts().keys()) {
			if (isLost || !this.#isIdle(turnId) || this.stuck.has(turnId)) continue;
			isLost = (await this.#sendOne(turnId)) === 'lost';
		}
		this.#sending = false;
		this.look();
		const waits = [...this.#drafts().keys()].some((turnId) => this.#isIdle(turnId) && !this.stuck.has(turnId));
		if (waits) this.#timer = setTimeout(() => void this.send(), retryMs);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	/** What was on its way goes first, as it was. A field the server refuses does not hold up the others. */
	async #sendOne(turnId: string): Promise<Posted['kind']> {
		const place = placeOf(this.#desk, this.#judgeId, turnId);
		const refused = new Set<string>();
		for (;;) {
			const draft = readLocalDraft(place);
			// Opened meanwhile, it sends itself: two senders of one sheet would look like two devices.
			if (!draft || !this.#isIdle(turnId)) return 'done';
			const save = draft.sent ?? saveOf(draft, refused);
			if (Object.keys(save.texts).length === 0) {
				this.#stick(turnId);
				return 'done';
			}
			keepLocalDraft(place, { ...draft, sent: save });
			const posted = await postSheet(`/judge/${this.#desk}?/save`, saveForm(turnId, save));
			if (posted.kind === 'lost' || !this.#isIdle(turnId)) return posted.kind;
			if (posted.kind === 'done') {
				forgetSent(place, save, posted.version ?? save.version);
				addToStoredCopy(place, save, posted.version ?? save.version, posted.savedAt);
				continue;
			}
			const { field = '' } = posted.refusal;
			const named = [field, markField(field)].find((name) => save.texts[name] !== undefined);
			const meanwhile = readLocalDraft(place);
			if (meanwhile) keepLocalDraft(place, { ...meanwhile, sent: null });
			if (named === undefined) {
				this.#stick(turnId);
				return posted.kind;
			}
			refused.add(named);
		}
	}

	#isIdle(turnId: string): boolean {
		return turnId !== this.#inHand && turnId !== this.#opening;
	}

	#drafts(): Map<string, LocalDraft> {
		return readLocalDrafts(this.#desk, this.#judgeId);
	}

	#stick(turnId: string): void {
		this.stuck = new Set([...this.stuck, turnId]);
	}

	#unstick(turnId: string | null): void {
		if (turnId !== null) this.stuck = new Set([...this.stuck].filter((each) => each !== turnId));
	}
}

function saveOf({ version, marks, comments }: LocalDraft, without: ReadonlySet<string>): SheetSave {
	const texts = Object.fromEntries(
		[
			...Object.entries(marks).map(([code, text]) => [markField(code), text] as const),
			...Object.entries(comments).map(([code, text]) => [commentField(code), text] as const)
		].filter(([name]) => !without.has(name))
	);
	return { operation: nameSave(), version, texts };
}
