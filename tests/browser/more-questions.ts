// A bank of the kinds the sample has none of: a matching question and a typed one, as an organiser's file.

export const moreQuestionCodes = ['GD01', 'GC01'];

/** Its pairs: the year each came about. Typed: either name of the place. */
export const moreQuestions = [
	'code,topic,difficulty,type,question,option_a,option_b,option_c,option_d,option_e,correct,seconds,explanation,source',
	[
		'GD01,Lịch sử,2,Ghép đôi,Ghép mỗi sự kiện với thời gian diễn ra.',
		'Đảng Cộng sản Việt Nam ra đời = Tháng 2/1930',
		'Cách mạng Tháng Tám thành công = Tháng 8/1945',
		'Chiến thắng Điện Biên Phủ = Tháng 5/1954',
		'Giải phóng miền Nam = Tháng 4/1975',
		',,60,Bốn mốc lớn của cách mạng Việt Nam trong thế kỷ XX.,Giáo trình Lịch sử Đảng Cộng sản Việt Nam'
	].join(','),
	'GC01,Lịch sử,1,text,Chủ tịch Hồ Chí Minh đọc Tuyên ngôn Độc lập tại quảng trường nào?,,,,,,Quảng trường Ba Đình; Ba Đình,30,Ngày 02/9/1945 tại Quảng trường Ba Đình.,Giáo trình Lịch sử Đảng Cộng sản Việt Nam'
].join('\n');
