// GIFT by Moodle's lenient reader: each construct with what it becomes, and what is wrong with the others.
import { expect, test } from 'vitest';
import { readingOf } from '../question-reading.fixture.ts';

test.each<[construct: string, file: string, questions: string[], problems?: string[], warnings?: string[]]>([
	['one right option', 'Thủ đô? {=Hà Nội ~Huế ~Sài Gòn}', ['single Thủ đô? {*Hà Nội|Huế|Sài Gòn}']],
	['options on lines of their own', 'Q?{\n~a\n=b\n~c\n}', ['single Q? {a|*b|c}']],
	['a name is not the question', '::Câu 1:: Q?{=a ~b}', ['single Q? {*a|b}']],
	[
		'missing word',
		'Bác Hồ sinh năm {=1890 ~1895} tại Nghệ An.',
		['single Bác Hồ sinh năm _____ tại Nghệ An. {*1890|1895}']
	],
	['several right options by weight', 'Q?{~%50%a ~%50%b ~%-100%c}', ['multiple Q? {*a|*b|c}']],
	['weights of a third', 'Q?{~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}', ['multiple Q? {*a|*b|*c|d}']],
	['a weight Moodle does not know', 'Q?{~%33%a ~%67%b}\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 grade-not-valid']],
	['part of the points for a wrong option', 'Q?{=a ~%50%b ~c}', ['single Q? {*a|b|c}'], [], ['1 part-left-out']],
	['two full answers of which either is right', 'Q?{=a =b ~c}', [], ['1 two-right-options']],
	['true', 'Đảng ra đời năm 1930.{TRUE}', ['truefalse Đảng ra đời năm 1930. {*Đúng|Sai}']],
	[
		'false in one letter with feedback',
		'Q.{F#Sai rồi#Đúng vậy}',
		['truefalse Q. {Đúng|*Sai}'],
		[],
		['1 part-left-out', '1 part-left-out']
	],
	['true in small letters is a short answer', 'Q.{true}', ['text Q. {true}'], [], ['1 looks-true-false']],
	['short answers', 'Ai?{=Hồ Chí Minh =Nguyễn Ái Quốc}', ['text Ai? {Hồ Chí Minh;Nguyễn Ái Quốc}']],
	['a short answer without a sign', 'Ai?{Trần Phú}', ['text Ai? {Trần Phú}']],
	[
		'a short answer with part of the points',
		'Ai?{=Trần Phú =%50%Phú}',
		['text Ai? {Trần Phú}'],
		[],
		['1 part-left-out']
	],
	['a short answer with a star', 'Ai?{=Trần*}', [], ['1 wildcard-answer']],
	['matching', 'Ghép {=Anh -> Luân Đôn =Pháp -> Pa-ri}', ['matching Ghép {Anh=Luân Đôn|Pháp=Pa-ri}']],
	[
		'matching with an answer that belongs to nothing',
		'Ghép {=a -> 1 =b -> 2 = -> 3}',
		['matching Ghép {a=1|b=2}'],
		[],
		['1 part-left-out']
	],
	['matching without an arrow in one pair', 'Ghép {=a -> 1 =b}', [], ['1 gift-answer-not-read']],
	['a number', 'Năm?{#1930}', ['numeric Năm? {1930±0}']],
	['a number with what it may be off', 'Pi?{#3.14:0.01}', ['numeric Pi? {3.14±0.01}']],
	['a decimal comma', 'Pi?{#3,14:0,01}', ['numeric Pi? {3.14±0.01}']],
	['a number between two', 'Năm?{#1929..1932}', ['numeric Năm? {1930.5±1.5}']],
	['several numbers with weights', 'Năm?{#=1930 =%50%1931:1}', ['numeric Năm? {1930±0}'], [], ['1 part-left-out']],
	['a number with words for wrong ones', 'Năm?{#3:2~#Sai hẳn}', ['numeric Năm? {3±2}'], [], ['1 part-left-out']],
	['no number', 'Năm?{#}\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 no-right-option']],
	['ordering', 'Xếp {>ALL VERTICAL\nMột\nHai\nBa\n}', ['ordering Xếp {Một>Hai>Ba}']],
	[
		'escaped signs',
		'Nghiệm của x \\= 2\\: \\{a\\} \\# \\~ b?{=a\\=b ~c\\:d}',
		['single Nghiệm của x = 2: {a} # ~ b? {*a=b|c:d}']
	],
	[
		'an address that is not escaped',
		'Trang http://dangcongsan.vn là của ai?{=Đảng ~Chính phủ}',
		['single Trang http://dangcongsan.vn là của ai? {*Đảng|Chính phủ}']
	],
	['an escaped line end', 'Dòng một\\nDòng hai?{=a ~b}', ['single Dòng một⏎Dòng hai? {*a|b}']],
	[
		'general feedback is the explanation',
		'Q?{=a ~b####Vì thế.\\nNguồn\\: Văn kiện}',
		['single Q? {*a|b} giải thích=Vì thế. nguồn=Văn kiện']
	],
	['feedback of one option', 'Q?{=a#Đúng ~b#Sai}', ['single Q? {*a|b}'], [], ['1 part-left-out', '1 part-left-out']],
	['HTML', '[html]<p>Q <b>đậm</b>&nbsp;&agrave;?</p>{=a<br>b ~c}', ['single Q đậm à? {*a b|c}']],
	['a picture', '[html]<img src="@@PLUGINFILE@@/a.png">Q?{=a ~b}', ['single Q? {*a|b}'], [], ['1 picture-left-out']],
	['plain text with signs of HTML', '[plain]a < b và c > d?{=a ~b}', ['single a < b và c > d? {*a|b}']],
	[
		'a comment with id number and tags',
		'// [id:LS01] [tag:độ khó: 3] [tag:khác]\nQ?{=a ~b}',
		['single Q? {*a|b} mã=LS01 mức=3']
	],
	['a category', '$CATEGORY: $course$/top/Lịch sử\n\nQ?{=a ~b}', ['single Q? {*a|b} chủ đề=Lịch sử']],
	['a comment inside', 'Q?{\n// ghi chú\n=a\n~b\n}', ['single Q? {*a|b}']],
	['a byte order mark', '\ufeffQ?{=a ~b}', ['single Q? {*a|b}']],
	['essay, by name', 'Viết?{}\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 kind-not-taken']],
	['description, by name', 'Đọc đoạn sau.\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 kind-not-taken']],
	['a brace missing', 'Q?{=a ~b\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 braces-not-paired']],
	[
		'a blank line inside',
		'Q?{\n=a\n\n~b\n}\n\nR?{=a ~b}',
		['single R? {*a|b}'],
		['1 braces-not-paired', '4 braces-not-paired']
	],
	['no right option', 'Q?{~a ~b}\n\nR?{=a ~b}', ['single R? {*a|b}'], ['1 no-right-option']]
])('%s', async (_, file, questions, problems = [], warnings = []) => {
	const read = await readingOf(file, 'gift');
	expect({ questions: read.questions, problems: read.problems, warnings: read.warnings }).toEqual({
		questions,
		problems,
		warnings
	});
});

test.each([
	'Q?{=a ~b}',
	'::Câu 1::Q?{=a ~b}',
	'// ghi chú\n\nĐúng hay sai?{T}',
	'Năm?{#1930:1}',
	'$CATEGORY: Lịch sử\n\nQ?{\n=a\n~b\n}'
])('recognised by its content: %j', async (file) => {
	const read = await readingOf(file);
	expect(read.questions).toHaveLength(1);
});
