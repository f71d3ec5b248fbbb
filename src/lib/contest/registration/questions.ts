// What a registration must say before it is sent (R263), the organisers' own questions included; it must not know how it is asked.

export const questionKinds = ['short', 'long', 'choice', 'yes-no'] as const;

/** In the organisers' own words. */
export interface RegistrationQuestion {
	id: string;
	kind: (typeof questionKinds)[number];
	text: string;
	/** Of a choice; else empty. */
	choices: string[];
	isRequired: boolean;
}

/** By the id of the question: a text, the choice taken, `yes` or `no`. */
export type Answers = Record<string, string>;

/** What is asked beside the person's own facts. */
export interface Asked {
	questions: readonly RegistrationQuestion[];
	wantsPhoto: boolean;
	/** By the committee of the unit, as a paper that was signed. */
	wantsConfirmation: boolean;
}

export const nothingAsked: Asked = { questions: [], wantsPhoto: false, wantsConfirmation: false };

export interface RegisteredPerson {
	fullName: string;
	birthDate: string | null;
	position: string;
	phone: string;
	category: string | null;
	answers: Answers;
	/** Of the files that were handed in. */
	photoId: string | null;
	confirmationId: string | null;
}

/** A field of the person by its name, or a question by its id. */
export type Missing =
	| { field: 'fullName' | 'birthDate' | 'position' | 'phone' | 'category' | 'photo' | 'confirmation' }
	| { question: RegistrationQuestion };

/** R263: everything at once, in the order it is asked. `categories` are the codes the rules have; none: nobody is divided. */
export function missingOf(
	person: RegisteredPerson,
	{ questions, wantsPhoto, wantsConfirmation }: Asked,
	categories: readonly string[]
): Missing[] {
	const empty = (['fullName', 'birthDate', 'position', 'phone'] as const).filter((field) => !person[field]);
	const isDivided = categories.length > 0 && !categories.includes(person.category ?? '');
	return [
		...empty.map((field) => ({ field })),
		...(isDivided ? [{ field: 'category' as const }] : []),
		...questions
			.filter((question) => question.isRequired && !isAnswer(question, person.answers[question.id] ?? ''))
			.map((question) => ({ question })),
		...(wantsPhoto && person.photoId === null ? [{ field: 'photo' as const }] : []),
		...(wantsConfirmation && person.confirmationId === null ? [{ field: 'confirmation' as const }] : [])
	];
}

/** Whether a text answers the question at all: a choice that was taken off the list does not. */
export function isAnswer({ kind, choices }: RegistrationQuestion, answer: string): boolean {
	if (kind === 'choice') return choices.includes(answer);
	if (kind === 'yes-no') return answer === 'yes' || answer === 'no';
	return answer !== '';
}

/** The answers to what is asked now, and none that says nothing. */
export function fittingAnswers(answers: Answers, questions: readonly RegistrationQuestion[]): Answers {
	return Object.fromEntries(
		questions.flatMap((question) => {
			const answer = answers[question.id] ?? '';
			return isAnswer(question, answer) ? [[question.id, answer]] : [];
		})
	);
}
