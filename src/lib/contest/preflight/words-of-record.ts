// Sentences for problems of people, judges and the bank; each names the remedy.
import type { ProblemCode, recordProblems } from './problem.ts';
import type { Words } from './problem-words.ts';

export const recordWords: Words<Extract<ProblemCode, (typeof recordProblems)[number]>> = {
	'contestants-none': () => ({
		vi: 'Chưa có thí sinh nào dự thi. Hãy nạp danh sách thí sinh.',
		en: 'Nobody takes part yet. Import the list of contestants.'
	}),
	'number-twice': ({ of }) => ({
		vi: `Số báo danh ${of('number')} bị trùng. Hãy đặt cho mỗi thí sinh một số riêng.`,
		en: `Contestant number ${of('number')} is used twice. Give each contestant a number of their own.`
	}),
	'judge-twice': ({ of }) => ({
		vi: `Mã giám khảo ${of('judge')} bị trùng. Hãy đặt cho mỗi người một mã riêng.`,
		en: `Judge code ${of('judge')} is used twice. Give each judge a code of their own.`
	}),
	'unit-twice': ({ of }) => ({
		vi: `Mã đơn vị ${of('unit')} bị trùng. Hãy đặt cho mỗi đơn vị một mã riêng.`,
		en: `Unit code ${of('unit')} is used twice. Give each unit its own code.`
	}),
	'unit-unknown': ({ of }) => ({
		vi: `Thí sinh ${of('number')} thuộc đơn vị ${of('unit')}, chưa có trong danh sách. Hãy thêm đơn vị hoặc sửa mã.`,
		en: `Contestant ${of('number')} belongs to unit ${of('unit')}, which is not on the list. Add the unit or correct the code.`
	}),
	'unit-over-quota': ({ of }) => ({
		vi: `${of('unit')} có ${of('count')} thí sinh, chỉ tiêu là ${of('quota')}. Hãy bớt thí sinh hoặc tăng chỉ tiêu.`,
		en: `${of('unit')} has entered ${of('count')}, the quota is ${of('quota')}. Take some out or raise the quota.`
	}),
	'group-unknown': ({ of }) => {
		const by = of('by') === 'category' ? 'bảng đối tượng' : 'cụm thi';
		return of('group') === ''
			? {
					vi: `Thí sinh ${of('number')} chưa được xếp vào ${by} nào. Hãy chọn ${by} cho thí sinh.`,
					en: `Contestant ${of('number')} is in no ${of('by')} yet. Choose the contestant’s ${of('by')}.`
				}
			: {
					vi: `Thí sinh ${of('number')}: ${by} «${of('group')}» không khớp với thể lệ. Hãy chọn lại.`,
					en: `Contestant ${of('number')}: the ${of('by')} “${of('group')}” does not fit the rules. Choose again.`
				};
	},
	'seat-unknown': ({ of }) => ({
		vi: `Giám khảo ${of('judge')} thuộc ban ${of('panel')}, không phần thi nào dùng ban này. Hãy chọn lại ban.`,
		en: `Judge ${of('judge')} sits in panel ${of('panel')}, which no part uses. Choose the panel again.`
	}),
	'panel-empty': ({ of }) => ({
		vi: `Phần ${of('part')}: ${of('panel')} chưa có giám khảo nào. Hãy phân công giám khảo.`,
		en: `${of('part')}: ${of('panel')} has no judge. Assign judges.`
	}),
	'panel-too-small': ({ of }) => ({
		vi: `Phần ${of('part')}: ${of('panel')} có ${of('seated')} giám khảo, cách tính điểm cần ít nhất ${of('needed')}. Hãy thêm giám khảo hoặc đổi cách tính.`,
		en: `${of('part')}: ${of('panel')} needs at least ${of('needed')} judges for its marking and has ${of('seated')}. Add judges or change the marking.`
	}),
	'sum-with-recusal': ({ of }) => ({
		vi: `Phần ${of('part')}: ${of('panel')} cộng điểm các giám khảo, nhưng có giám khảo không chấm một số thí sinh nên điểm không so sánh được. Hãy lấy trung bình.`,
		en: `${of('part')}: ${of('panel')} adds up its judges, but some do not mark everybody, so sums cannot be compared. Take the mean.`
	}),
	'interested-marks': ({ of }) => ({
		vi: `Giám khảo ${of('judge')} có liên quan với ${of('numbers')} mà vẫn chấm. Hãy cử người khác chấm, hoặc hai người cùng chấp nhận và ghi lý do.`,
		en: `Judge ${of('judge')} has an interest in ${of('numbers')} and marks them all the same. Have somebody else mark them, or accept it together and say why.`
	}),
	'excused-too-many': ({ of }) => ({
		vi: `Phần ${of('part')}: ${of('panel')} chỉ còn ${of('seated')} giám khảo chấm ${of('numbers')}, cách tính điểm cần ít nhất ${of('needed')}. Hãy xếp thêm giám khảo.`,
		en: `${of('part')}: ${of('panel')} has only ${of('seated')} judges for ${of('numbers')}, its marking needs at least ${of('needed')}. Seat more judges.`
	}),
	'session-too-small': ({ of }) => ({
		vi: `${of('session')}, phần ${of('part')}: ${of('panel')} có ${of('seated')} giám khảo, cách tính điểm cần ít nhất ${of('needed')}. Hãy xếp thêm giám khảo vào buổi này.`,
		en: `${of('session')}, ${of('part')}: ${of('panel')} needs at least ${of('needed')} judges for its marking and has ${of('seated')}. Seat more judges for that session.`
	}),
	'questions-too-few': ({ of }) => ({
		vi: `Ngân hàng có ${of('count')} câu hỏi dùng được, thể lệ cần ${of('needed')}. Hãy nạp thêm câu hỏi, duyệt những câu chưa duyệt hoặc giảm số câu.`,
		en: `The bank has ${of('count')} questions that may be asked, the rules need ${of('needed')}. Import more, approve those that are not, or require fewer.`
	}),
	'question-twice': ({ of }) => ({
		vi: `Mã câu hỏi ${of('question')} bị trùng. Hãy đặt cho mỗi câu một mã riêng.`,
		en: `Question code ${of('question')} is used twice. Give each question its own code.`
	}),
	'key-incomplete': ({ of }) => ({
		vi: `Câu ${of('question')}: đáp án thiếu hoặc không khớp với loại câu hỏi. Hãy bổ sung đáp án.`,
		en: `Question ${of('question')}: the key is missing or does not fit the kind of question. Complete it.`
	}),
	'slot-missing': ({ of }) => ({
		vi: `${of('stage')}: ${of('count')} thí sinh chưa có lượt thi (${of('numbers')}). Hãy bốc thăm thứ tự dự thi.`,
		en: `${of('stage')}: ${of('count')} without a turn (${of('numbers')}). Draw the running order.`
	}),
	'quota-over-cap': ({ of }) => ({
		vi: `Cơ cấu có ${of('quota')} giải, thể lệ cho phép tối đa ${of('percent')} % của ${of('count')} thí sinh, tức ${of('most')} giải. Hãy giảm số giải hoặc tăng tỷ lệ.`,
		en: `The plan has ${of('quota')} awards, the rules allow ${of('percent')} % of the ${of('count')} who take part, that is ${of('most')}. Plan fewer or raise the share.`
	})
};
