"""What a clerk reads on the command line: import reports, lists, nudges to come."""

SENTENCES = {
    "key_made": (
        "Đã tạo khóa mã hóa trong tệp {path}. Xin sao một bản cất nơi an toàn: "
        "mất khóa là không đọc lại được dữ liệu."
    ),
    "run_started": "Trang trò chuyện: {url}",
    "run_operator_hint": "Liên kết vào Bàn làm việc của người quản trị: motcua desk link",
    "run_operator_link": "Bàn làm việc của người quản trị (liên kết dùng một lần, hiệu lực 1 giờ): {url}",
    "run_stopped": "Đã dừng; các việc đang xử lý đã hoàn thành.",
    "chat_head": "Trò chuyện trên dòng lệnh; nhấn Ctrl-D để thoát.",
    "migrated": "Cơ sở dữ liệu đã được cập nhật.",
    "migrated_already": "Cơ sở dữ liệu đã ở bản mới nhất.",
    "invited": (
        "Mã liên kết của {name} ({office}, {place}): {code}\n"
        "Người nhận nhắn mã này cho trợ lý tự động; mã dùng một lần, có hiệu lực 7 ngày."
    ),
    "people_none": "Chưa có cán bộ nào liên kết.",
    "person_line": "{id:>3}  {name}  {offices}  {role}  {channels}",
    "role_officer": "cán bộ",
    "role_clerk": "công chức đầu mối",
    "embedding": "Tạo dữ liệu tìm kiếm",
    "embedded": "Đã tạo dữ liệu tìm kiếm của mô hình {model} cho {count} đoạn.",
    "embedded_already": "Mọi đoạn đều đã có dữ liệu tìm kiếm của mô hình {model}.",
    "embed_off": "Đang đặt MOTCUA_EMBEDDING_MODEL=none: chỉ tìm theo từ, không cần tạo dữ liệu.",
    "check_database": "Cơ sở dữ liệu: {kind}, {state}.",
    "check_current": "đã ở bản mới nhất",
    "check_outdated": "chưa tạo hoặc chưa cập nhật",
    "check_key": "Khóa mã hóa: {state}.",
    "check_key_present": "đã có",
    "check_key_missing": "chưa có",
    "check_embedder": "Mô hình tìm kiếm: {model}.",
    "check_unembedded": (
        "Còn {count} đoạn chưa có dữ liệu của mô hình này, tạm thời chỉ tìm theo từ."
    ),
    "check_plans": "Kế hoạch: {confirmed} đã xác nhận, {drafts} chưa xác nhận.",
    "check_people": "Người đã liên kết: {count}.",
    "check_queues": "Hàng đợi: {waiting} tin chờ xử lý, {unsent} tin chờ gửi, {parked} tin lỗi.",
    "check_year": "Lịch nghỉ lễ năm {year}: {state}.",
    "check_year_official": "theo thông báo chính thức",
    "check_year_forecast": "dự kiến, chưa có thông báo chính thức",
    "check_todo": "Việc cần làm:",
    "check_todo_line": "  - {what}",
    "check_nothing": "Không còn việc phải làm.",
    "todo_migrate": "chạy lệnh: motcua migrate",
    "todo_embed": "tạo dữ liệu tìm kiếm theo mô hình đang đặt: motcua embed",
    "todo_plan": "nạp kế hoạch: motcua plan add --confirm TỆP",
    "todo_people": "mời cán bộ: motcua person invite --place … --office … --name …",
    "todo_parked": "xem nhật ký và gửi lại: motcua outbox retry",
    "todo_key": "đặt MOTCUA_KEYS (đúng khóa đã dùng khi ghi dữ liệu)",
    "report_head": "Kế hoạch {plan}: {title}",
    "report_facts": (
        "Loại văn bản: {kind} · số: {number} · ngày ban hành: {day} · cơ quan ban hành: {issuer} "
        "· địa phương: {place} · năm: {year} · người ký: {signer} · căn cứ: {references} văn bản "
        "· phụ lục: {annexes}"
    ),
    "report_superseded": "Kế hoạch này đã được bản khác thay thế, không dùng để trả lời, nhắc việc nữa.",
    "report_tasks": "Đọc được {count} việc ({kinds}).",
    "report_section": "{section}: {count} việc",
    "report_no_section": "Ngoài các mục",
    "report_more_sections": "và {count} mục nữa",
    "report_doubts": "Việc cần xem lại ({count}):",
    "report_doubt": "{doubt}: {rows}",
    "report_doubt_row": "việc {row} ({spot})",
    "report_treatments": (
        "Việc không có hạn cụ thể ({count}), hệ thống chưa tự động nhắc; cách theo dõi:"
    ),
    "report_treatment": "việc {rows}: {treatment}",
    "report_warnings": "Lưu ý về văn bản ({count}):",
    "report_skipped": "Phần không đọc thành việc ({count}):",
    "report_skipped_piece": "{spot}: {why}, bắt đầu bằng “{quote}”",
    "report_rows_draft": (
        "Dự kiến theo dõi từng việc sau khi xác nhận (dấu * là việc cần xem lại):"
    ),
    "report_rows": "Theo dõi từng việc (dấu * là việc cần xem lại):",
    "report_replaces": "Bản này thay thế kế hoạch {plan}: {changes}.",
    "change_same": "{count} việc giữ nguyên",
    "change_moved": "{count} việc đổi hạn",
    "change_revised": "{count} việc sửa nội dung",
    "change_added": "{count} việc mới",
    "change_dropped": "{count} việc bị bỏ",
    "changed_moved": "việc {row} đổi hạn từ “{old}” thành “{new}”: {content}",
    "changed_revised": "việc {row} sửa nội dung: {content}",
    "changed_added": "việc {row} là việc mới: {content}",
    "changed_dropped": "bỏ việc: {content}",
    "spot_line": "dòng {number} của tệp",
    "spot_page": "trang {number}",
    "spot_table": "bảng {number}",
    "spot_row": "dòng {number}",
    "mark_doubtful": "*",
    "row_due": "Hạn {days}; {assigned}.",
    "assigned": "giao {names}",
    "row_done": "Hạn {days}: đã hoàn thành.",
    "row_past": "Hạn {days} đã qua, không nhắc.",
    "row_corrected": "Đã sửa {field} (trong tệp: {old}).",
    "row_raw": "Chữ trong bản quét: {raw}",
    "assignee_group": "{name} (gồm nhiều đơn vị, cần chọn cụ thể)",
    "assignee_for": "{name} (kế hoạch ghi: {lead})",
    "reason_bare_periods": "Không có hạn cụ thể: kế hoạch chỉ nêu kỳ báo cáo, không ghi ngày gửi.",
    "report_draft": (
        "Kế hoạch chưa dùng để trả lời, nhắc việc. Kiểm tra xong, xác nhận bằng lệnh: motcua "
        "plan confirm {plan}"
    ),
    "report_unchanged": "Tệp này đã được nạp (kế hoạch {plan}), không có gì thay đổi.",
    "report_read_again": "Tệp này đã được nạp (kế hoạch {plan}), nay được đọc lại.",
    "report_confirmed": (
        "Đã xác nhận kế hoạch {plan}: {open_days} hạn chưa đến, {past_days} hạn đã qua "
        "(không nhắc)."
    ),
    "report_confirmed_replaced": (
        "Kế hoạch {replaced} được thay thế; {cancelled} hạn cũ không còn hiệu lực."
    ),
    "report_confirmed_answers": (
        "Từ nay kế hoạch này được dùng để trả lời mọi người hỏi, kể cả người dân."
    ),
    "fixed": "Đã sửa việc {row} của kế hoạch {plan}:",
    "fixed_field": "{field}: từ “{old}” thành “{new}”",
    "fixed_nothing": "Việc {row} của kế hoạch {plan} đã ghi đúng như vậy, không phải sửa.",
    "fixed_cancelled": "{count} hạn cũ không còn hiệu lực.",
    "report_removed": "Đã gỡ kế hoạch {plan}: {title}.",
    "report_blank": "(để trống)",
    "fixed_due": "Hạn sau khi sửa: {days}.",
    "report_sections": "Số việc theo từng phần ({count}):",
    "report_none": "không rõ",
    "report_sample": (
        "Đã nạp kế hoạch mẫu của {place} (địa danh giả định). Gỡ bằng lệnh: motcua plan remove {plan}"
    ),
    "sample_invitations": (
        "Muốn thử vai cán bộ, nhắn một mã trong trang trò chuyện (mỗi vai một trình duyệt hoặc cửa "
        "sổ ẩn danh):\n  cán bộ Phòng Kinh tế: {officer}\n  công chức đầu mối: {clerk}\n"
        "  lãnh đạo: {leader}"
    ),
    "note_cells_missing": "dòng thiếu ô, có thể do ngắt trang",
    "note_day_blank": "ngày ban hành để trống",
    "note_number_blank": "số văn bản để trống",
    "note_ocr_mended": "chữ trong bản quét do máy khôi phục, cần đối chiếu",
    "note_ocr_uncertain": "chữ đọc từ bản quét chưa chắc, độ tin cậy thấp nhất {confidence}%",
    "note_row_joined": "dòng bị ngắt trang, đã ghép lại",
    "note_section_repeated": "trùng số mục ({times} lần): {section}",
    "note_timeframe_in_content": "thời gian lấy từ câu trong phần nội dung",
    "note_two_numbers": "văn bản ghi hai số khác nhau: {number} và {other}",
    "note_year_misfit": "thời gian “{timeframe}” không khớp với năm {year} của kế hoạch",
    "note_reference_later": (
        "văn bản căn cứ ghi ngày sau ngày ban hành kế hoạch ({day}): {reference}"
    ),
    "note_reference_year": "năm trong số, ký hiệu không khớp với ngày ban hành: {reference}",
    "note_two_days": "văn bản ghi hai ngày ban hành khác nhau: {day} và {other}",
    "note_two_names": "hai tên gọi có thể chỉ cùng một đơn vị: {name} và {other}",
    "skipped_empty_table": "bảng trống",
    "skipped_legal_list": "danh mục văn bản",
    "skipped_letterhead": "phần đầu văn bản, nơi nhận hoặc chữ ký",
    "skipped_money_table": "bảng kinh phí, ngân sách",
    "skipped_number_table": "bảng số liệu",
    "skipped_other_table": "bảng không có cột nội dung, đơn vị, thời gian",
    "skipped_score_table": "bảng chấm điểm",
    "note_merged_cell": "ô {field} bị gộp (dòng trên: {inferred})",
    "note_empty_cell": "ô {field} trống (dòng trên: {inferred})",
    "note_merged_cell_alone": "ô {field} bị gộp",
    "note_empty_cell_alone": "ô {field} trống",
    "field_lead": "cơ quan chủ trì",
    "field_supporting": "cơ quan phối hợp",
    "field_timeframe": "thời gian",
    "field_deliverable": "sản phẩm",
    "field_content": "nội dung",
    "field_number": "số thứ tự",
    "field_doubts": "nghi vấn",
    "kind_by": "có hạn cuối",
    "kind_within": "trong một kỳ",
    "kind_range": "từ ngày đến ngày",
    "kind_recurring": "định kỳ",
    "kind_continuous": "thường xuyên",
    "kind_event": "khi có phát sinh",
    "kind_separate_plan": "theo kế hoạch riêng",
    "kind_unspecified": "không ghi thời gian",
    "plans_none": "Chưa có kế hoạch nào. Nạp bằng lệnh: motcua plan add TỆP",
    "plan_line": "{plan:>3}  {state:<13}  {audience:<9}  {tasks:>9}  {place}  {title}",
    "tasks": "{count} việc",
    "plan_state_draft": "chưa xác nhận",
    "plan_state_confirmed": "đã xác nhận",
    "plan_state_superseded": "đã bị thay thế",
    "task_line": "{number}{mark}. [{place}] {content}",
    "nudges_none": "Không có việc nào cần nhắc vào {day}.",
    "nudges_head": "Nhắc vào {day}:",
    "nudges_person": "{office}, {locality} – {people}:",
    "nudges_item": "  - {content}",
    "nudges_item_when": "    hạn {last_day}, {step}, {audience}; nguyên văn “{timeframe}”",
    "nudges_item_source": "    {source}",
    "step_before": "trước hạn {days} ngày làm việc",
    "step_today": "đúng ngày hạn",
    "step_weekly": "nhắc lại hằng tuần",
    "step_after": "sau hạn {days} ngày làm việc",
    "cases_list_none": "Chưa có phản ánh nào.",
    "plan_file_seen": (
        "Đã đọc {document}: {tasks} việc, {doubtful} việc cần xem lại. Thêm làm kế hoạch của {place}? "
        "Kế hoạch chỉ dùng để trả lời và nhắc việc sau khi được xác nhận."
    ),
    "plan_file_seen_guide": (
        "Đã đọc {document}: không có việc phải làm, chỉ dùng để trả lời câu hỏi. "
        "Thêm làm tài liệu của {place}?"
    ),
    "plan_file_added": (
        "Đã thêm kế hoạch {plan}: {document}, {tasks} việc, {doubtful} việc cần xem lại. "
        "Xin đọc lại rồi xác nhận."
    ),
    "plan_file_added_guide": "Đã thêm tài liệu {plan}: {document}. Xin đọc lại rồi xác nhận.",
    "plan_file_known": "{document} đã có trong hệ thống, là kế hoạch {plan}.",
    "plan_file_known_guide": "{document} đã có trong hệ thống, là tài liệu {plan}.",
    "plan_file_gone": "Không có văn bản nào đang chờ thêm. Xin gửi lại tệp.",
    "plan_file_elsewhere": (
        "Văn bản này của {place} nên không thêm được ở đây. Tệp đã xóa. "
        "Nếu là kế hoạch cấp trên, xin nhờ người quản trị nạp."
    ),
    "plan_files_many": "Xin gửi từng văn bản một để đọc và thêm kế hoạch.",
    "button_add_plan": "Thêm kế hoạch",
    "says_add_plan": "thêm kế hoạch",
    "error_scan_in_chat": (
        "{name} là bản chụp hoặc bản quét, đọc mất vài phút nên không đọc qua tin nhắn. Xin gửi bản "
        "Word (.docx), hoặc nhờ người quản trị nạp."
    ),
}
