// The shape of what `npm run bench` can measure; it must not know any of it.

export interface Bench {
	/** What `npm run bench -- <name>` calls it. */
	name: string;
	/** Flags of Node it needs; printed with its figures. */
	nodeFlags: string[];
	/** `args` stand after its name. Prints its figures. No figure makes it fail: a clock says something about one machine in one minute. */
	measure(args: string[]): Promise<void> | void;
}
