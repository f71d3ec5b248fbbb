// What eslint holds the house to; what concerns whole files and folders is held by tests/architecture.
import svelte from 'eslint-plugin-svelte';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Each entry says what to write instead. */
const bannedSyntax = [
	{ selector: 'TSEnumDeclaration', message: 'Use a union of strings: Node runs our TypeScript by erasing types.' },
	{ selector: 'TSParameterProperty', message: 'Declare the field: Node runs our TypeScript by erasing types.' },
	{ selector: "MemberExpression[object.name='sql'][property.name='raw']", message: 'Bind values as parameters.' },
	{ selector: "CallExpression[callee.name='eval']", message: 'Nothing is evaluated.' },
	{ selector: "NewExpression[callee.name='Function']", message: 'Nothing is evaluated.' },
	{ selector: "CallExpression[callee.property.name='waitForTimeout']", message: 'Wait for what you wait for.' },
	{ selector: 'DebuggerStatement', message: 'Take it out.' }
];

export default tseslint.config(
	globalIgnores(['node_modules', 'build', '.svelte-kit', 'var', 'test-results', 'screenshots', 'src/lib/paraglide']),
	tseslint.configs.recommended,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-console': 'error',
			'no-restricted-syntax': ['error', ...bannedSyntax],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'prefer-const': 'error',
			'no-control-regex': 'error',
			'no-misleading-character-class': 'error',
			'no-fallthrough': 'error',
			'no-self-compare': 'error',
			'no-template-curly-in-string': 'error',
			'no-constant-condition': ['error', { checkLoops: false }],
			// Types are checked by svelte-check, which knows every global.
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			// The house is always served from the root of its address.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error',
			// Maps and sets inside one function need no reactivity; where they do, svelte-check and tests tell.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser } },
		// `$props()` and `$state()` are written with `let`.
		rules: { 'prefer-const': 'off' }
	},
	{
		files: ['src/cli/**', 'tests/**'],
		rules: { 'no-console': 'off' }
	}
);
