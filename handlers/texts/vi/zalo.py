"""What the command line says of Zalo Official Accounts, and the form they show."""

SENTENCES = {
    "zalo_form": "Thông tin liên hệ",
    "zalo_form_below": "Họ tên, số điện thoại, địa chỉ để cơ quan trả lời Ông/Bà",
    "zalo_login_open": (
        "1. Mở https://developers.zalo.me, chọn ứng dụng {app}, mục “Official Account” › “Thiết lập chung”.\n"
        "2. Ở “Code challenge”, nhập: {challenge}\n"
        "3. Mở liên kết xin quyền mà trang ấy tạo ra, bằng tài khoản quản trị OA, rồi bấm đồng ý.\n"
        "4. Chép địa chỉ trang được chuyển tới (có code=…), có giá trị trong 10 phút.\n"
        "Nếu dừng ở đây và dán địa chỉ sau: motcua zalo login --verifier {verifier}\n"
        "Hoặc lấy cặp mã ở API Explorer, rồi: motcua zalo login --tokens"
    ),
    "zalo_login_code": "Địa chỉ hoặc mã code (không hiện ra)",
    "zalo_login_access": "Access token (không hiện ra)",
    "zalo_login_refresh": "Refresh token (không hiện ra)",
    "zalo_logged_in": "Đã nối OA “{name}” (số {number}, {link}) cho {place}. Khởi động lại motcua run để dùng.",
    "zalo_government": (
        "OA này thuộc loại cơ quan nhà nước: Zalo có thể từ chối gửi tin (-235). Hãy nhắn thử cho OA; "
        "nếu không có trả lời, xem motcua zalo status và hỏi Zalo."
    ),
    "zalo_unverified": "OA này chưa được xác thực: Zalo có thể từ chối gửi tin (-221).",
    "zalo_none": "Chưa có OA nào: motcua zalo login.",
    "zalo_status_line": "OA “{name}” (số {number}): gói {package}, {verified}.",
    "zalo_status_unseen": "OA “{name}” (số {number}): không hỏi được Zalo ({reason}).",
    "zalo_verified": "đã xác thực",
    "zalo_not_verified": "chưa xác thực",
    "zalo_status_tokens": "  Mã truy cập: đổi lần cuối {changed}, sẽ tự đổi từ {next}, hết hạn {expires}.",
    "zalo_status_failed": "  Không đổi được mã từ {since} ({failure}): cần motcua zalo login.",
    "zalo_status_no_tokens": "  Chưa có mã truy cập: cần motcua zalo login.",
    "zalo_status_endpoint": "  Đường gửi: {endpoint}.",
    "zalo_status_unknown": "chưa gửi lần nào",
    "zalo_status_quota": "  Hạn mức {kind}: còn {left}/{total}.",
    "zalo_status_no_quota": "  Hạn mức: Zalo không cho biết ({reason}).",
    "zalo_status_no_answer": "Zalo không trả lời",
    "zalo_verify_match": "Chữ ký khớp: {match}, lúc {moment}. Không cần đổi gì.",
    "zalo_verify_old": "Sự kiện này đã quá 24 giờ hoặc ở tương lai so với đồng hồ máy: nếu mới đến, hãy xem lại giờ của máy.",
    "zalo_verify_nothing": (
        "Không cách nào khớp. Xem lại: MOTCUA_ZALO_OA_SECRET là “OA Secret Key” ở trang Webhook của "
        "ứng dụng; MOTCUA_ZALO_APP_ID là ứng dụng đã gửi sự kiện{app}; thân sự kiện phải chép nguyên từng "
        "ký tự (không định dạng lại JSON)."
    ),
    "zalo_verify_other_app": " (sự kiện này là của ứng dụng {app})",
    "zalo_verify_unsigned": (
        "Sự kiện không có chữ ký (X-ZEvent-Signature): tệp cần cả phần đầu, dạng "
        '{{"headers": {{…}}, "body": "…"}}.'
    ),
    "zalo_verify_unknown_oa": "OA số {number} chưa đăng nhập: sự kiện của OA ấy bị bỏ qua. Cần motcua zalo login.",
    "error_zalo_not_set": "Chưa đặt MOTCUA_ZALO_APP_ID và MOTCUA_ZALO_APP_SECRET.",
    "error_zalo_no_code": "Trong nội dung vừa dán không có mã code.",
    "error_zalo_no_pair": "Cần cả access token và refresh token.",
    "error_zalo_refused": "Zalo từ chối ({reason}).",
    "error_zalo_no_answer": "Không liên lạc được với Zalo; hãy thử lại.",
}
