// Says a finding in the reader's language: where and what; the wording itself lives in words/*/import.json.
import { m } from '#lib/paraglide/messages.js';
import type { Problem, ProblemCode, ProblemParams } from './problem.ts';
import { FIELD_SEPARATOR } from './json-node.ts';

type Locale = 'vi' | 'en';
type Sentence<C extends ProblemCode> = (params: ProblemParams[C], options: { locale: Locale }) => string;

const sentences: { [C in ProblemCode]: Sentence<C> } = {
	'import/empty-file': m.import_empty_file,
	'import/no-rows': m.import_no_rows,
	'import/too-big': m.import_too_big,
	'import/too-many-rows': m.import_too_many_rows,
	'import/too-many-columns': m.import_too_many_columns,
	'import/not-utf8': m.import_not_utf8,
	'import/not-text': m.import_not_text,
	'import/old-font': m.import_old_font,
	'import/unclosed-quote': m.import_unclosed_quote,
	'import/stray-quote': m.import_stray_quote,
	'import/encrypted': m.import_encrypted,
	'import/macros': m.import_macros,
	'import/html-file': m.import_html_file,
	'import/not-a-workbook': m.import_not_a_workbook,
	'import/archive-not-safe': m.import_archive_not_safe,
	'import/not-a-table': m.import_not_a_table,
	'import/missing-column': m.import_missing_column,
	'import/double-column': m.import_double_column,
	'import/json-not-valid': m.import_json_not_valid,
	'import/no-rubrics': m.import_no_rubrics,
	'import/cell-empty': m.import_cell_empty,
	'import/too-long': m.import_too_long,
	'import/too-many-cells': m.import_too_many_cells,
	'import/broken-characters': m.import_broken_characters,
	'import/cell-error': m.import_cell_error,
	'import/formula-cell': m.import_formula_cell,
	'import/code-not-valid': m.import_code_not_valid,
	'import/duplicate-code': m.import_duplicate_code,
	'import/unknown-unit': m.import_unknown_unit,
	'import/code-name-taken': m.import_code_name_taken,
	'import/unknown-parent': m.import_unknown_parent,
	'import/parent-cycle': m.import_parent_cycle,
	'import/parent-has-problem': m.import_parent_has_problem,
	'import/count-not-valid': m.import_count_not_valid,
	'import/date-not-valid': m.import_date_not_valid,
	'import/date-not-real': m.import_date_not_real,
	'import/date-out-of-range': m.import_date_out_of_range,
	'import/gender-not-known': m.import_gender_not_known,
	'import/email-not-valid': m.import_email_not_valid,
	'import/role-not-known': m.import_role_not_known,
	'import/two-heads': m.import_two_heads,
	'import/panel-not-known': m.import_panel_not_known,
	'import/group-not-known': m.import_group_not_known,
	'import/groups-not-in-rules': m.import_groups_not_in_rules,
	'import/session-drawn': m.import_session_drawn,
	'import/yes-no-not-known': m.import_yes_no_not_known,
	'import/route-not-known': m.import_route_not_known,
	'import/note-not-valid': m.import_note_not_valid,
	'import/note-cell-not-valid': m.import_note_cell_not_valid,
	'import/differs-from-row': m.import_differs_from_row,
	'import/weight-not-valid': m.import_weight_not_valid,
	'import/min-not-valid': m.import_min_not_valid,
	'import/kind-not-known': m.import_kind_not_known,
	'import/difficulty-not-valid': m.import_difficulty_not_valid,
	'import/seconds-not-valid': m.import_seconds_not_valid,
	'import/option-empty': m.import_option_empty,
	'import/pair-not-valid': m.import_pair_not_valid,
	'import/too-few-options': m.import_too_few_options,
	'import/options-identical': m.import_options_identical,
	'import/no-right-option': m.import_no_right_option,
	'import/option-out-of-range': m.import_option_out_of_range,
	'import/two-right-options': m.import_two_right_options,
	'import/answer-repeated': m.import_answer_repeated,
	'import/truefalse-options': m.import_truefalse_options,
	'import/ordering-incomplete': m.import_ordering_incomplete,
	'import/number-not-valid': m.import_number_not_valid,
	'import/number-ambiguous': m.import_number_ambiguous,
	'import/points-not-valid': m.import_points_not_valid,
	'import/no-criteria': m.import_no_criteria,
	'import/criteria-sum': m.import_criteria_sum,
	'import/step-not-valid': m.import_step_not_valid,
	'import/max-off-step': m.import_max_off_step,
	'import/band-not-valid': m.import_band_not_valid,
	'import/band-ends': m.import_band_ends,
	'import/band-gap': m.import_band_gap,
	'import/band-overlap': m.import_band_overlap,
	'import/duplicate-name': m.import_duplicate_name,
	'import/duplicate-text': m.import_duplicate_text,
	'import/twin-in-bank': m.import_twin_in_bank,
	'import/phone-unusual': m.import_phone_unusual,
	'import/options-ignored': m.import_options_ignored,
	'import/one-right-of-many': m.import_one_right_of_many,
	'import/column-ignored': m.import_column_ignored,
	'import/sheets-ignored': m.import_sheets_ignored,
	'import/total-differs': m.import_total_differs,
	'import/repaired-nfc': m.import_repaired_nfc,
	'import/repaired-blanks': m.import_repaired_blanks,
	'import/repaired-invisible': m.import_repaired_invisible,
	'import/repaired-apostrophe': m.import_repaired_apostrophe,
	'import/formula-value-taken': m.import_formula_value_taken,
	'import/options-filled': m.import_options_filled,
	'import/bom-removed': m.import_bom_removed,
	'import/encoding-converted': m.import_encoding_converted,
	'import/rows-above-skipped': m.import_rows_above_skipped,
	'import/hidden-read': m.import_hidden_read,
	'import/merged-cells': m.import_merged_cells,
	'import/repaired-date': m.import_repaired_date,
	'import/repaired-phone': m.import_repaired_phone,
	'import/repaired-unit': m.import_repaired_unit,
	'import/repaired-zeros': m.import_repaired_zeros,
	'import/repaired-merged': m.import_repaired_merged,
	'import/pictures-drawn': m.import_pictures_drawn,
	'import/old-code-converted': m.import_old_code_converted,
	'import/edited': m.import_edited,
	'import/no-questions': m.import_no_questions,
	'import/xml-not-valid': m.import_xml_not_valid,
	'import/xml-not-safe': m.import_xml_not_safe,
	'import/old-word': m.import_old_word,
	'import/too-heavy': m.import_too_heavy,
	'import/not-readable': m.import_not_readable,
	'import/not-a-document': m.import_not_a_document,
	'import/questions-json': m.import_questions_json,
	'import/kind-not-taken': m.import_kind_not_taken,
	'import/too-many-options': m.import_too_many_options,
	'import/braces-not-paired': m.import_braces_not_paired,
	'import/gift-answer-not-read': m.import_gift_answer_not_read,
	'import/question-not-complete': m.import_question_not_complete,
	'import/answer-without-question': m.import_answer_without_question,
	'import/answers-differ': m.import_answers_differ,
	'import/grade-not-valid': m.import_grade_not_valid,
	'import/wildcard-answer': m.import_wildcard_answer,
	'import/field-not-valid': m.import_field_not_valid,
	'import/part-left-out': m.import_part_left_out,
	'import/picture-left-out': m.import_picture_left_out,
	'import/picture-not-readable': m.import_picture_not_readable,
	'import/picture-without-words': m.import_picture_without_words,
	'import/any-right-answer': m.import_any_right_answer,
	'import/longer-than-kahoot': m.import_longer_than_kahoot,
	'import/looks-true-false': m.import_looks_true_false,
	'import/answers-unclaimed': m.import_answers_unclaimed,
	'import/defaults-taken': m.import_defaults_taken,
	'export/question-not-carried': m.export_question_not_carried,
	'export/field-not-carried': m.export_field_not_carried
};

/** «Dòng 42, cột «Ngày sinh»: ngày 31/02/1990 không có thật, hãy xem lại ngày và tháng.» */
export function problemSentence(problem: Problem, locale: Locale): string {
	return sayWhere(
		problemWords(problem, locale),
		problem.line === null ? null : String(problem.line),
		problem.column,
		locale,
		problem.question
	);
}

/** What is wrong, without the place. */
export function problemWords({ code, params }: Problem, locale: Locale): string {
	// Sound: `problem()` holds the facts to the code when a finding is made.
	const sentence = sentences[code] as (params: Record<string, string>, options: { locale: Locale }) => string;
	return sentence(params, { locale });
}

/** One sentence for each cause: the rows in which the same is wrong in the same column stand together. */
export function problemSentences(problems: readonly Problem[], locale: Locale): string[] {
	const same = Map.groupBy(problems, ({ code, column, params }) => JSON.stringify([code, column, params]));
	return [...same.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const lines = [...new Set(group.flatMap(({ line }) => line ?? []))];
		const questions = [...new Set(group.flatMap(({ question }) => question ?? []))];
		const areNumbered = group.every(({ question }) => question !== undefined);
		const words = problemWords(first, locale);
		// Words that name the rows themselves need them not twice.
		const rows = 'lines' in first.params && first.params.lines === listed(lines) ? null : listed(lines);
		return sayWhere(words, rows, first.column, locale, (areNumbered && listed(questions)) || undefined);
	});
}

function listed(places: readonly (number | string)[]): string | null {
	return places.length === 0 ? null : places.slice(0, 20).join(', ') + (places.length > 20 ? ', …' : '');
}

function sayWhere(what: string, line: string | null, column: string | null, locale: Locale, question?: string): string {
	if (question !== undefined && column !== null) return m.import_at_question({ question, column, what }, { locale });
	if (question !== undefined) return m.import_at_question_whole({ question, what }, { locale });
	const isField = column?.includes(FIELD_SEPARATOR);
	const isMany = line?.includes(',') === true;
	if (line !== null && column !== null) {
		const field = isMany ? m.import_at_fields : m.import_at_field;
		const cell = isMany ? m.import_at_cells : m.import_at_cell;
		return (isField ? field : cell)({ line, column, what }, { locale });
	}
	if (line !== null) return (isMany ? m.import_at_rows : m.import_at_row)({ line, what }, { locale });
	if (column !== null) return m.import_at_column({ column, what }, { locale });
	return m.import_at_file({ what }, { locale });
}
