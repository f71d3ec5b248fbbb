// The shapes that the pages of a unit's contact share, and what is missing in words; it must not know how they are shown.
import type { Missing, RegistrationQuestion } from '#lib/contest/registration/questions.ts';
import { m } from '#lib/paraglide/messages.js';

/** A person as the fields of the form have it. */
export interface TypedPerson {
	/** Empty for somebody new. */
	id: string;
	version: number;
	fullName: string;
	gender: string;
	birthDate: string;
	position: string;
	phone: string;
	email: string;
	category: string;
	route: string;
	isReserve: boolean;
	answers: Record<string, string>;
}

export const nobody: TypedPerson = {
	id: '',
	version: 0,
	fullName: '',
	gender: '',
	birthDate: '',
	position: '',
	phone: '',
	email: '',
	category: '',
	route: 'direct',
	isReserve: false,
	answers: {}
};

const words = {
	fullName: m.reg_full_name,
	birthDate: m.reg_birth_date,
	position: m.reg_position,
	phone: m.reg_phone,
	category: m.reg_category,
	photo: m.reg_photo,
	confirmation: m.reg_confirmation
};

/** «Ngày sinh; Số điện thoại». */
export function missingWords(missing: Missing[]): string {
	return missing.map((each) => ('field' in each ? words[each.field]() : each.question.text)).join('; ');
}

/** An answer as it is read. */
export function answerWords({ kind }: RegistrationQuestion, answer: string): string {
	if (answer === '') return m.reg_not_answered();
	if (kind !== 'yes-no') return answer;
	return answer === 'yes' ? m.reg_yes() : m.reg_no();
}
