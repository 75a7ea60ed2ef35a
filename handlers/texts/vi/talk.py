"""The Vietnamese sentences. Citizens are Ông/Bà, officials Anh/Chị."""

SENTENCES = {
    # Greeting and general
    "greeting": (
        "Trợ lý tự động {place} xin chào Ông/Bà. Ông/Bà có thể hỏi về kế hoạch, thời hạn, "
        "đơn vị phụ trách, hoặc gửi phản ánh, kiến nghị."
    ),
    "place_unknown": "của cơ quan",
    "button_feedback": "Gửi phản ánh",
    "button_cancel": "Hủy",
    "button_send": "Gửi",
    "button_skip": "Bỏ qua",
    "nothing_read": (
        "Tin này không có chữ nên chưa đọc được. Xin nhắn bằng chữ, một câu ngắn là đủ."
    ),
    "too_long": (
        "Tin nhắn dài quá {limit} ký tự nên chưa xử lý được. Xin chia thành từng câu hỏi ngắn."
    ),
    "greeting_officer": (
        "Trợ lý tự động {place} xin chào Anh/Chị. Nhắn “việc của tôi” để xem việc chưa hoàn thành, "
        "hoặc hỏi về kế hoạch, thời hạn."
    ),
    "thanked": "Cảm ơn Ông/Bà. Cần hỏi thêm, xin nhắn tại đây.",
    "thanked_officer": "Cảm ơn Anh/Chị. Cần hỏi thêm, xin nhắn tại đây.",
    "acknowledged": "Ông/Bà cần hỏi gì thêm, xin nhắn tại đây.",
    "acknowledged_officer": "Anh/Chị cần hỏi gì thêm, xin nhắn tại đây.",
    "who_i_am": "Đây là trợ lý tự động {place}, không phải cán bộ.",
    "meet_official": "Cần gặp cán bộ, xin nhắn “gặp cán bộ” hoặc gọi {phone}.",
    # Danger, denunciation, complaint
    "danger": ("KHẨN CẤP: gọi ngay {number}{others}. Kênh này không thay cho tổng đài khẩn cấp."),
    "danger_111": "việc liên quan trẻ em gọi 111",
    "danger_113": "an ninh, trật tự gọi 113",
    "danger_114": "cháy, cần cứu nạn gọi 114",
    "danger_115": "có người bị thương gọi 115",
    "danger_unsure": (
        "Nếu có người đang gặp nguy hiểm, gọi ngay 114 (cháy, cứu nạn), 115 (cấp cứu), "
        "113 (an ninh)."
    ),
    "danger_despair": "Xin đừng ở một mình; gọi ngay người thân đến bên cạnh.",
    "danger_past": "Việc đã qua mà cần phản ánh, xin nhắn “phản ánh”.",
    "denunciation": (
        "Nội dung này có dấu hiệu tố cáo, phải gửi bằng đơn hoặc trình bày trực tiếp nên không tiếp "
        "nhận và không lưu tại đây."
    ),
    "denunciation_unsure": (
        "Nội dung này có dấu hiệu tố cáo. Tố cáo gửi bằng đơn hoặc trình bày trực tiếp, "
        "không tiếp nhận tại đây."
    ),
    "denunciation_or_feedback": (
        "Nếu chỉ phản ánh chất lượng phục vụ, xin nhắn “gửi phản ánh” trong vòng một giờ; "
        "sau đó nội dung này không còn được giữ."
    ),
    "denunciation_asked": (
        "Tố cáo được gửi bằng đơn hoặc trình bày trực tiếp tại nơi tiếp công dân, "
        "không nhận qua kênh này."
    ),
    "denunciation_leader": (
        "Việc liên quan lãnh đạo {place}, xin gửi cơ quan cấp trên: {superior}."
    ),
    "denunciation_superior": "UBND cấp tỉnh",
    "denunciation_secret": "Danh tính người tố cáo được giữ bí mật theo quy định.",
    "message_not_kept": "(Nội dung không được lưu)",
    "complaint": (
        "Khiếu nại quyết định, việc làm đối với riêng mình không thuộc phản ánh, kiến nghị "
        "(Nghị định 20/2008/NĐ-CP, Điều 1). Ông/Bà gửi đơn cho cơ quan đã ra quyết định, "
        "qua bưu điện hoặc nộp tại nơi tiếp công dân."
    ),
    "complaint_or_feedback": "Nếu là việc chung, xin nhắn “gửi phản ánh” trong vòng một giờ.",
    "button_petition": "Vẫn gửi cho công chức đầu mối",
    "says_petition": "gửi đơn cho công chức đầu mối",
    "nothing_to_cancel": "Hiện không có nội dung nào đang viết dở.",
    "dialogue_from_other_version": (
        "Phản ánh đang viết dở không tiếp tục được. "
        "Nội dung đã nhập: “{text}”. Xin nhắn “phản ánh” để gửi lại."
    ),
    "failed": (
        "Hệ thống đang gặp sự cố nên chưa trả lời được tin vừa rồi. Xin nhắn lại sau ít phút."
    ),
    "too_fast": "Đã nhận nhiều tin gửi liên tiếp. Xin chờ một phút rồi gửi tiếp.",
    "not_stored": (
        "Hệ thống đang gặp sự cố nên tin chưa gửi được. "
        "Nội dung vẫn còn trong ô nhập; xin gửi lại sau ít phút."
    ),
    # Questions
    "ask_place": "Ông/Bà hỏi về nơi nào? Hiện có kế hoạch của: {places}.",
    "source": "Nguồn: {source}.",
    "related": "Có liên quan:",
    "at_the_latest": ", tức chậm nhất {day}",
    "days_meant": ", tức chậm nhất các ngày {days}",
    "no_day_stated": " (kế hoạch không ghi ngày cụ thể)",
    "no_timeframe": "Kế hoạch không ghi thời gian cho việc này.",
    "timeframe": "Thời gian: {timeframe}.",
    "lead": "Chủ trì: {units}.",
    "no_lead": "Kế hoạch không ghi cơ quan chủ trì việc này.",
    "supporting": "Phối hợp: {units}.",
    "no_supporting": "Kế hoạch không ghi cơ quan phối hợp cho việc này.",
    "targets": "Chỉ tiêu: {targets}.",
    "references": "Căn cứ: {references}.",
    "deliverable": "Sản phẩm: {deliverable}.",
    "no_deliverable": "Kế hoạch không ghi sản phẩm của việc này.",
    # People
    "joined": (
        "Từ nay Anh/Chị nhận nhắc việc của {office}, {place} tại đây, vào sáng ngày làm việc. "
        "Nhắn “việc của tôi” để xem việc chưa hoàn thành."
    ),
    "invitation_void": (
        "Mã liên kết không đúng, đã dùng hoặc đã hết hạn. "
        "Xin Anh/Chị đề nghị công chức đầu mối cấp mã mới."
    ),
    # Plans, for clerks
    "joined_clerk": (
        "Nhắn “kế hoạch” để xem kế hoạch chờ xác nhận, “việc PAKN” để xem phản ánh đang xử lý, "
        "“chưa có người nhận” để xem việc chưa có ai phụ trách, “hỏi đáp” để xem người dân đang chờ "
        "cán bộ, “câu hỏi” để xem câu chưa có câu trả lời chung."
    ),
    "joined_leader": (
        "Nhắn “việc PAKN” để xem phản ánh đang xử lý, “việc quá hạn” để xem việc các đơn vị chưa "
        "cập nhật kết quả."
    ),
    "draft_notice": (
        "Kế hoạch {plan} vừa được nạp, chờ Anh/Chị kiểm tra: {document}. Đọc được {tasks} việc, "
        "{doubtful} việc cần xem lại. Sau khi Anh/Chị xác nhận, kế hoạch mới được dùng để trả "
        "lời, nhắc việc."
    ),
    "draft_notice_replaces": "Khi xác nhận, bản này thay thế kế hoạch {plan}.",
    "button_show_plan": "Xem",
    "button_confirm_plan": "Xác nhận",
    "button_more": "Xem tiếp",
    "button_show_this_plan": "Xem kế hoạch {plan}",
    "says_show_plan": "xem kế hoạch {plan}",
    "says_confirm_plan": "xác nhận kế hoạch {plan}",
    "says_more": "xem tiếp",
    "drafts": "Kế hoạch chờ xác nhận của {place}:",
    "drafts_item": "Kế hoạch {plan}: {document}, {tasks} việc.",
    "drafts_foot": "Nhắn “xem kế hoạch {plan}” để kiểm tra, “xác nhận kế hoạch {plan}” khi đã đúng.",
    "drafts_none": "{place} không có kế hoạch nào chờ xác nhận.",
    "page_more": "(Trang {page}/{pages}) Nhắn “xem tiếp” để đọc trang sau.",
    "page_last": "(Trang {page}/{pages})",
    "no_more": "Đã hết. Nhắn “kế hoạch” để xem các kế hoạch chờ xác nhận.",
    "no_such_plan": (
        "{place} không có kế hoạch mang số thứ tự {plan}. Nhắn “kế hoạch” để xem các kế hoạch "
        "chờ xác nhận."
    ),
    "confirmed_already": "Kế hoạch {plan} đã được xác nhận từ trước, Anh/Chị không cần làm gì thêm.",
    "superseded_already": "Kế hoạch {plan} đã được bản khác thay thế nên không xác nhận được.",
    # Nudges
    "own_tasks": "Anh/Chị có {count} việc chưa hoàn thành:",
    "own_tasks_none": "Hiện Anh/Chị không có việc nào có hạn mà chưa hoàn thành.",
    "not_linked": (
        "Mục này dành cho cán bộ đã liên kết. "
        "Nếu là cán bộ, xin nhắn mã liên kết do công chức đầu mối cấp."
    ),
    "no_such_item": "Không có việc số {number}. Nhắn “việc của tôi” để xem danh sách.",
    "nobody_linked": "chưa có ai liên kết",
    "no_office": "chưa có đơn vị nhận",
}
