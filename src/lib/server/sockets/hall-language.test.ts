// The small picture of the hall on a console speaks as the projectors do, whoever looks at it.
import { expect, test } from 'vitest';
import { hallLanguage } from './hall-language.ts';

const screen = (language: 'vi' | 'en') => ({ audience: 'screen' as const, language });

test('the language of most projectors, whatever judges and phones speak', () => {
	expect(hallLanguage([screen('en'), { audience: 'judge', language: 'vi' }])).toBe('en');
	expect(hallLanguage([screen('vi'), screen('en'), screen('en')])).toBe('en');
	expect(hallLanguage([screen('vi'), screen('en')])).toBe('vi');
});

test('none is known where no projector is connected', () => {
	expect(hallLanguage([{ audience: 'contestant', language: 'vi' }])).toBe(null);
	expect(hallLanguage([])).toBe(null);
});
