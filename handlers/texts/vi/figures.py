"""Figures on cases, and letters, in Vietnamese."""

SENTENCES: dict[str, str] = {
    # In chat
    "figures_chat_head": "PAKN {period} của {whose}, số liệu từ {first} đến hết {last}:",
    "figures_chat_head_running": "PAKN {period} của {whose}, số liệu từ {first}, tính đến {last}:",
    "figures_chat_came": "Nhận mới: {count}{kinds}; kỳ trước chuyển sang: {before}{again}.",
    "figures_chat_reopened": "; mở lại: {count}",
    "figures_chat_answered": (
        "Đã trả lời: {count}, đúng hạn {on_time}, quá hạn {late}; trung bình {days} ngày làm việc."
    ),
    "figures_chat_answered_none": "Chưa có phản ánh nào được trả lời trong kỳ.",
    "figures_chat_open": "Chưa trả lời: {count}, không có phản ánh quá hạn.",
    "figures_chat_open_late": "Chưa trả lời: {count}, trong đó quá hạn {late}{units}.",
    "figures_chat_share": "Tỷ lệ xử lý đúng hạn: {percent}% ({points} điểm).",
    "figures_chat_share_none": "Tỷ lệ xử lý đúng hạn: chưa có phản ánh nào đến hạn.",
    "figures_chat_ended": "Kết thúc không trả lời: {what}.",
    "figures_chat_after": (
        "Đã báo người gửi {told}, công khai {published}. Người gửi đánh giá: đã giải quyết {yes}, "
        "một phần {partly}, chưa {no}."
    ),
    # The workbook
    "figures_sheet_totals": "Tổng hợp",
    "figures_sheet_units": "Theo đơn vị",
    "figures_sheet_cases": "Danh sách",
    "figures_sheet_tasks": "Nhiệm vụ",
    "figures_no_unit": "Chưa phân công",
    "figures_total": "Tổng số",
    "figures_reporter": "Đơn vị báo cáo: UBND {place}",
    "figures_unit_line": "Đơn vị xử lý: {unit}",
    "figures_title": "TÌNH HÌNH, KẾT QUẢ XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ",
    "figures_title_units": "KẾT QUẢ XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ THEO ĐƠN VỊ",
    "figures_title_cases": "DANH SÁCH PHẢN ÁNH, KIẾN NGHỊ TRONG KỲ",
    "figures_title_tasks": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO ĐƠN VỊ",
    "figures_period_line": "Kỳ báo cáo: {period} (từ ngày {first} đến hết ngày {last})",
    "figures_as_of_line": "Kỳ báo cáo chưa kết thúc, số liệu tính đến hết ngày {day}",
    "figures_basis_line": "Kỳ số liệu theo {basis}. Đơn vị tính: phản ánh, kiến nghị",
    "figures_basis_line_tasks": ("Kỳ số liệu theo {basis}. Đơn vị tính: nhiệm vụ có hạn trong kỳ"),
    "figures_made_by": "Người lập biểu",
    "figures_signed_by": "Thủ trưởng đơn vị",
    "figures_column_number": "STT",
    "figures_column_what": "Nội dung",
    "figures_column_count": "Số lượng",
    "figures_column_note": "Ghi chú",
    "figures_came": "Tổng số phải xử lý trong kỳ",
    "figures_received": "Nhận mới trong kỳ",
    "figures_kind_scene": "Phản ánh hiện trường",
    "figures_kind_conduct": "Phản ánh về hành vi hành chính",
    "figures_kind_rule": "Phản ánh, kiến nghị về quy định hành chính",
    "figures_kind_petition": "Đơn chờ phân loại",
    "figures_carried_over": "Kỳ trước chuyển sang",
    "figures_reopened": "Người gửi mở lại",
    "figures_answered": "Đã trả lời",
    "figures_on_time": "Đúng hạn",
    "figures_answered_late": "Quá hạn",
    "figures_open": "Chưa trả lời",
    "figures_open_overdue": "Trong đó: đã quá hạn",
    "figures_ended": "Kết thúc không trả lời",
    "figures_ended_transferred": "Chuyển cơ quan có thẩm quyền",
    "figures_ended_refused": "Không tiếp nhận",
    "figures_ended_merged": "Gộp vào phản ánh khác",
    "figures_ended_withdrawn": "Người gửi rút",
    "figures_ended_closed": "Hết thời gian bổ sung thông tin",
    "figures_late": "Tổng số quá hạn",
    "figures_share": "Tỷ lệ xử lý đúng hạn",
    "figures_points": "Điểm theo tỷ lệ đúng hạn",
    "figures_mean": "Số ngày làm việc trung bình để trả lời",
    "figures_published": "Công khai kết quả trong kỳ",
    "figures_told": "Người gửi đã nhận được trả lời",
    "figures_rated": "Người gửi cho ý kiến về kết quả",
    "figures_solved_yes": "Người gửi cho biết đã giải quyết",
    "figures_solved_partly": "Người gửi cho biết giải quyết một phần",
    "figures_solved_no": "Người gửi cho biết chưa giải quyết",
    "figures_note_late": "Gồm đã trả lời quá hạn và chưa trả lời mà đã quá hạn",
    "figures_note_told": "Ứng dụng báo đã đến nơi, người gửi đã xem, hoặc cán bộ đã gọi điện",
    "figures_note_share": "Đúng hạn / (đúng hạn + tổng số quá hạn)",
    "figures_note_mean": "Từ ngày nhận đến ngày trả lời",
    "figures_note_ended": "Mỗi phản ánh đã gộp chỉ tính ở đây",
    "figures_group_unit": "Đơn vị",
    "figures_group_came": "Phải xử lý",
    "figures_group_answered": "Đã trả lời",
    "figures_group_open": "Chưa trả lời",
    "figures_group_ended": "Kết thúc không trả lời",
    "figures_group_after": "Sau trả lời",
    "figures_group_quality": "Chất lượng",
    "figures_short_received": "Nhận mới",
    "figures_short_carried_over": "Kỳ trước",
    "figures_short_reopened": "Mở lại",
    "figures_short_answered": "Tổng",
    "figures_short_on_time": "Đúng hạn",
    "figures_short_answered_late": "Quá hạn",
    "figures_short_open": "Tổng",
    "figures_short_open_overdue": "Quá hạn",
    "figures_short_ended_transferred": "Chuyển",
    "figures_short_ended_refused": "Không tiếp nhận",
    "figures_short_ended_merged": "Gộp",
    "figures_short_ended_withdrawn": "Rút",
    "figures_short_ended_closed": "Hết thời gian bổ sung",
    "figures_short_published": "Công khai",
    "figures_short_told": "Đã báo người gửi",
    "figures_short_mean": "Số ngày trung bình",
    "figures_short_solved_yes": "Đã giải quyết",
    "figures_short_solved_partly": "Một phần",
    "figures_short_solved_no": "Chưa giải quyết",
    "figures_short_share": "Tỷ lệ đúng hạn",
    "figures_task_due": "Đến hạn trong kỳ",
    "figures_task_on_time": "Hoàn thành đúng hạn",
    "figures_task_done_late": "Hoàn thành quá hạn",
    "figures_task_open": "Chưa hoàn thành, còn hạn",
    "figures_task_overdue": "Chưa cập nhật kết quả, đã quá hạn",
    "figures_task_share": "Tỷ lệ đúng hạn",
    "figures_case_number": "STT",
    "figures_case_code": "Mã",
    "figures_case_kind": "Loại",
    "figures_case_field": "Lĩnh vực (theo từ ngữ)",
    "figures_case_unit": "Đơn vị",
    "figures_case_channel": "Kênh",
    "figures_case_received": "Ngày nhận",
    "figures_case_due": "Hạn",
    "figures_case_answered": "Ngày trả lời",
    "figures_case_ended": "Ngày kết thúc khác",
    "figures_case_state": "Tình trạng",
    "figures_case_late": "Quá hạn",
    "figures_case_solved": "Người gửi đánh giá",
    "figures_case_published": "Ngày công khai",
    "figures_case_told": "Ngày báo người gửi",
    "figures_late_mark": "quá hạn",
    "figures_says_yes": "đã giải quyết",
    "figures_says_partly": "một phần",
    "figures_says_no": "chưa giải quyết",
    "error_period_unread": (
        "Chưa rõ kỳ báo cáo “{text}”; xin ghi 2026-Q3, 2026-06, 2026-H1, 2026-9M, 2026 "
        "hoặc “quý III/2026”."
    ),
    "error_period_ahead": "Kỳ báo cáo này chưa bắt đầu; số liệu tính từ {first}.",
    "error_report_unit_unknown": (
        "Trong kỳ này không có phản ánh nào do “{unit}” xử lý; các đơn vị có phản ánh: {names}."
    ),
    # Letters
    "letter_files": "{count} tệp",
    "letter_no_files": "không có",
    "letter_to": "Ông/Bà {name}",
    "letter_to_sender": "Người gửi phản ánh {code}",
    "letter_clerk": "Công chức đầu mối",
    "letter_call": "UBND {place}, số điện thoại {phone}",
    "letter_visit": "trực tiếp UBND {place}",
    "error_letter_sender_hidden": (
        "{case}: người gửi đề nghị ẩn tên nên chỉ công chức đầu mối lập được văn bản này."
    ),
    "error_letter_no_answer": "{case} chưa có nội dung trả lời để lập văn bản.",
    "error_letter_no_extension": (
        "{case} chưa được gia hạn, nên chưa có lý do và hạn mới để lập thư xin lỗi."
    ),
    "error_letter_placeholder_unknown": (
        "Mẫu {name} có mục không dùng được: {unknown}; các mục dùng được: {known}."
    ),
    "error_letter_template_mark": (
        "Mẫu {name} có dấu {{{{ }}}} viết chưa đúng; xin sửa trong Word rồi thực hiện lại."
    ),
    "error_letter_template_broken": "Mẫu {name} không phải tệp .docx đọc được.",
    # The command line
    "case_cli_line": "{code}  {state:<26}  {kind:<18}  {due}  {unit}  {place}",
    "case_cli_late": " (quá hạn)",
    "case_cli_head": "{code} – {kind} – {state}; gửi lúc {received}; hạn: {due}; đơn vị: {unit}.",
    "case_cli_event": "  {at}  {act}{by}",
    "case_cli_private_hidden": (
        "Nội dung và người gửi chỉ cho người xử lý xem: thêm --as SỐ; lần xem được ghi lại."
    ),
    "case_cli_sender_reads": "Người gửi được báo: {text}",
    "case_cli_in_your_name": (
        "{code}: người quản trị vừa thực hiện “{act}” nhân danh Anh/Chị. "
        "Nếu Anh/Chị không đề nghị việc này, xin báo ngay công chức đầu mối."
    ),
    "case_cli_publish_shown": (
        "{code} khi công khai sẽ hiện:\nNội dung: {content}\nTrả lời: {answer}\nNgười gửi: {sender}"
    ),
    "case_cli_publish_ask": "Đã đọc kỹ, không lộ thông tin cá nhân; công khai?",
    "case_cli_publish_dropped": "Chưa công khai {code}.",
    "case_cli_written": "Đã ghi {path}.",
    "case_cli_request": (
        "{number}. {kind}, nhận ngày {asked}, trả lời chậm nhất {answer_by}, xong chậm nhất {due}."
    ),
    "casework_done_registered": "Đã ghi các số hồ sơ của {code}.",
    "case_term_line": "{kind} – {term}: {days} ngày làm việc ({basis})",
    "case_term_set": "{place}: {kind} – {term}: {days} ngày làm việc, căn cứ {basis}.",
    "error_case_as_missing": (
        "Việc với phản ánh phải nhân danh một cán bộ: xin thêm --as SỐ (xem `motcua person list`)."
    ),
    "error_case_as_unknown": "Không có cán bộ số {number}; xem `motcua person list`.",
    "error_case_as_unlinked": (
        "{name} chưa kết nối với hệ thống nên không ai được làm thay; mời bằng `motcua person invite`."
    ),
    "error_case_unit_unknown": "Chưa có đơn vị nào tên “{name}”; tên gần giống: {near}.",
    "error_case_nothing_to_register": "Xin ghi ít nhất một số: --portal, --incoming hoặc --outgoing.",
    "error_case_no_call": "{case} không có thông báo nào chờ gọi điện.",
    "error_case_publish_unseen": (
        "Dùng --yes thì phải có cả --content-file và --answer-file đã được người đọc kỹ."
    ),
    "error_case_term_days": "Thời hạn từ 1 đến {most} ngày làm việc, không phải {days}.",
    "error_case_term_basis": "Xin ghi văn bản quy định thời hạn (--basis).",
    "error_case_term_beyond_law": "Thời hạn này không quá {most} ngày làm việc ({basis}).",
    "error_file_unwritable": "Không ghi được tệp {path}.",
}
