// What holds for the whole contest: names, rounding, categories and clusters, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import { choicesOf, type Field, type ListField, type Surroundings } from './field.ts';
import { nameOf, numberedCode } from './codes.ts';
import { valueAt } from '../document.ts';

/** Categories, clusters and sessions are the same: a code and a title. */
export function groups(
	frame: Pick<ListField, 'name' | 'label' | 'one' | 'says' | 'add'>,
	letter: string,
	title: { vi: string; en: string }
): Field {
	return {
		kind: 'list',
		...frame,
		body: {
			fields: [
				{ kind: 'code', name: 'code', label: m.rules_code },
				{ kind: 'bilingual', name: 'title', label: m.rules_title }
			]
		},
		titleOf: nameOf,
		make: ({ rules, way }: Surroundings) => {
			const taken = valueAt(rules, way) as { code: string }[];
			const number = taken.length + 1;
			return { code: numberedCode(letter, taken), title: { vi: `${title.vi} ${number}`, en: `${title.en} ${number}` } };
		}
	};
}

export const generalFields: Field[] = [
	{ kind: 'bilingual', name: 'title', label: m.rules_document_title, says: m.rules_document_title_says },
	{ kind: 'text', name: 'reference', label: m.rules_reference, says: m.rules_reference_says },
	{
		kind: 'object',
		name: 'rounding',
		label: m.rules_rounding,
		says: m.rules_rounding_says,
		body: {
			fields: [
				{
					kind: 'choice',
					name: 'mode',
					label: m.rules_rounding_mode,
					choices: choicesOf({
						'half-up': m.rules_rounding_half_up,
						'half-even': m.rules_rounding_half_even,
						up: m.rules_rounding_up,
						down: m.rules_rounding_down
					})
				},
				{
					kind: 'choice',
					name: 'decimals',
					label: m.rules_rounding_decimals,
					choices: () => [0, 1, 2].map((value) => ({ value, label: String(value) }))
				},
				{
					kind: 'choice',
					name: 'at',
					label: m.rules_rounding_at,
					says: m.rules_rounding_at_says,
					choices: choicesOf({ part: m.rules_rounding_at_part, total: m.rules_rounding_at_total })
				}
			]
		}
	},
	groups(
		{
			name: 'categories',
			label: m.rules_categories,
			one: m.rules_category,
			says: m.rules_categories_says,
			add: m.rules_categories_add
		},
		'B',
		{ vi: 'Bảng', en: 'Category' }
	),
	groups(
		{
			name: 'clusters',
			label: m.rules_clusters,
			one: m.rules_cluster,
			says: m.rules_clusters_says,
			add: m.rules_clusters_add
		},
		'C',
		{
			vi: 'Cụm',
			en: 'Cluster'
		}
	),
	{ kind: 'flag', name: 'judgesSeePlaces', label: m.rules_see_places, says: m.rules_see_places_says },
	{ kind: 'flag', name: 'interestedMark', label: m.rules_interested_mark, says: m.rules_interested_mark_says }
];
