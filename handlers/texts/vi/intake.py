"""Feedback (PAKN), from a citizen's first word to the code, in Vietnamese."""

SENTENCES: dict[str, str] = {
    # What is asked, step by step
    "intake_ask_place": "Ông/Bà gửi phản ánh tới UBND nào? Xin nhắn tên xã, phường.",
    "intake_no_place": (
        "Kênh này chưa nhận phản ánh. Xin Ông/Bà liên hệ trực tiếp UBND xã, phường."
    ),
    "intake_ask_content": (
        "Xin Ông/Bà cho biết việc cần phản ánh: việc gì, ở đâu, từ khi nào; có ảnh thì gửi kèm. "
        "Muốn dừng, xin nhắn “hủy”."
    ),
    "intake_ask_content_anew": (
        "Nội dung hiện có: {content}\n"
        "Xin Ông/Bà nhắn lại nội dung, hoặc nhắn “tiếp tục” để giữ nguyên."
    ),
    "intake_ask_content_files": (
        "Đã nhận {count}. Ông/Bà cho biết chụp ở đâu và muốn phản ánh việc gì, một câu ngắn là đủ."
    ),
    "intake_voice": (
        "Đã nhận {count}. Trợ lý tự động chưa nghe được; sau khi gửi, cán bộ sẽ nghe trong giờ làm "
        "việc. Để nhanh hơn, Ông/Bà nhắn thêm vài chữ: việc gì, ở đâu. "
        "Không tiện viết, Ông/Bà chỉ cần nhắn “gửi”."
    ),
    "intake_spoken": "Theo tin thoại kèm theo.",
    "intake_files": "Đã nhận {count}.",
    "intake_too_short": "Xin Ông/Bà viết rõ hơn: việc gì, ở đâu. Một câu ngắn là đủ.",
    "intake_noted": "Nội dung ghi được: {content}",
    "intake_ask_where": (
        "Việc này ở chỗ nào? Xin Ông/Bà nhắn tên thôn, đường hoặc nơi gần đó; "
        "không rõ, xin nhắn “bỏ qua”."
    ),
    "intake_ask_phone": (
        "Ông/Bà gửi thêm ảnh nếu có và số điện thoại để cán bộ liên hệ; số này chỉ dùng để xử lý "
        "phản ánh. Không muốn để lại số, xin nhắn “bỏ qua”."
    ),
    "intake_ask_phone_only": (
        "Ông/Bà cho số điện thoại để cán bộ liên hệ; số này chỉ dùng để xử lý phản ánh. "
        "Không muốn để lại số, xin nhắn “bỏ qua”."
    ),
    "intake_ask_contact_conduct": (
        "Rất tiếc về việc Ông/Bà gặp phải. Đây là phản ánh về việc làm của cán bộ (hành vi hành "
        "chính), xin cho biết ngày xảy ra việc, họ tên, địa chỉ, số điện thoại; thông tin này không "
        "chuyển cho bộ phận bị phản ánh."
    ),
    "intake_ask_contact_rule": (
        "Đây là phản ánh về quy định hành chính, xin Ông/Bà cho biết họ tên, địa chỉ, số điện thoại."
    ),
    "intake_ask_contact_petition": (
        "Đơn này chỉ công chức đầu mối xem để phân loại. "
        "Xin Ông/Bà cho biết họ tên, địa chỉ, số điện thoại."
    ),
    "intake_basis": (
        "Căn cứ: Nghị định 20/2008/NĐ-CP, Điều 7; thông tin chỉ dùng để giải quyết phản ánh này. "
        "Không muốn cung cấp, xin nhắn “bỏ qua”."
    ),
    "intake_ask_missing": (
        "Còn thiếu {missing}. Xin Ông/Bà nhắn thêm, hoặc nhắn “bỏ qua” nếu không muốn cung cấp."
    ),
    "intake_contact_unread": (
        "Chưa thấy họ tên, địa chỉ hay số điện thoại trong tin vừa rồi. Xin nhắn như: Nguyễn Văn A, "
        "thôn 3, 0912 345 678; hoặc nhắn “bỏ qua”."
    ),
    "intake_phone_invalid": (
        "Số điện thoại chưa đúng: số di động có 10 chữ số, bắt đầu bằng 0. Xin Ông/Bà kiểm tra lại."
    ),
    "intake_phone_old": (
        "Đây là số cũ có 11 chữ số, đã đổi từ năm 2018. Xin Ông/Bà cho số 10 chữ số đang dùng."
    ),
    "intake_why": (
        "Số điện thoại giúp cán bộ hỏi rõ vị trí và báo kết quả; không bắt buộc. "
        "Không muốn để lại số, xin nhắn “bỏ qua”."
    ),
    "intake_why_formal": (
        "Nghị định 20/2008/NĐ-CP, Điều 7 yêu cầu họ tên, địa chỉ, số điện thoại khi phản ánh về quy "
        "định, hành vi hành chính; có thể ẩn tên với nơi xử lý và khi công khai. "
        "Không muốn cung cấp, xin nhắn “bỏ qua”."
    ),
    "intake_hidden": (
        "Ông/Bà có thể ẩn tên với nơi xử lý và khi công khai, chỉ công chức đầu mối biết. Nếu không "
        "cung cấp họ tên, địa chỉ, số điện thoại, phản ánh về quy định hoặc hành vi hành chính chưa đủ "
        "điều kiện tiếp nhận chính thức (Nghị định 20/2008/NĐ-CP, Điều 7)."
    ),
    "intake_hidden_next": (
        "Đã ghi nhận yêu cầu ẩn tên. Xin nhắn họ tên, địa chỉ, số điện thoại, "
        "hoặc nhắn “bỏ qua” để không cung cấp."
    ),
    "contact_name": "họ tên",
    "contact_address": "địa chỉ",
    "contact_phone": "số điện thoại",
    "contact_none": "không để lại",
    # Review
    "intake_review": "Xin Ông/Bà xem lại trước khi gửi UBND {place}:",
    "review_content": "Nội dung: {content}",
    "review_where": "Nơi xảy ra: {where}",
    "review_files": "Kèm theo: {files}",
    "review_contact": "Liên hệ: {contact}",
    "review_contact_hidden": "Liên hệ: {contact} (ẩn tên với nơi xử lý và khi công khai)",
    "intake_review_incomplete": (
        "Còn thiếu {missing} nên chưa đủ thông tin để tiếp nhận chính thức; nội dung được giữ 7 ngày "
        "để Ông/Bà bổ sung."
    ),
    "intake_leader": (
        "Nội dung có nêu lãnh đạo UBND {place}, nên gửi {superior} để việc xem xét được khách quan; "
        "nếu vẫn muốn gửi UBND {place}, Ông/Bà cứ tiếp tục."
    ),
    "superior_unnamed": "UBND cấp tỉnh",
    "button_send_to": "Gửi UBND {place}",
    "says_send_to": "gửi tới {place}",
    "intake_review_foot": "Nhắn “gửi” để gửi, “sửa” để sửa, “hủy” để dừng.",
    "intake_review_again": (
        "Xin nhắn “gửi” để gửi, “sửa” để sửa, “hủy” để dừng. Muốn viết thêm, xin nhắn “thêm: …”."
    ),
    "intake_ask_edit": (
        "Ông/Bà muốn sửa phần nào: nội dung, nơi xảy ra hay liên hệ? "
        "Có thể nhắn ngay nội dung mới, hoặc nhắn “tiếp tục” để giữ nguyên."
    ),
    "button_edit_content": "Sửa nội dung",
    "button_edit_where": "Sửa nơi xảy ra",
    "button_edit_contact": "Sửa liên hệ",
    "button_edit": "Sửa",
    "button_back": "Quay lại",
    "button_resume": "Tiếp tục",
    "button_anew": "Phản ánh mới",
    "intake_kept": "Phản ánh đang viết dở vẫn được giữ; nhắn “tiếp tục” để viết tiếp.",
    "intake_other": (
        "Ông/Bà đang viết dở một phản ánh khác. Nhắn “tiếp tục” để viết tiếp phản ánh đó, hoặc “phản "
        "ánh mới” để bỏ phản ánh đó và viết về việc vừa nhắn."
    ),
    "intake_files_aside": (
        "Ảnh, tài liệu chưa chuyển được cho cán bộ đang trao đổi. Muốn gửi kèm phản ánh, xin nhắn "
        "“phản ánh” rồi gửi lại."
    ),
    "intake_cancelled": "Đã hủy, phản ánh này không được gửi đi.",
    "intake_idle": (
        "Phản ánh Ông/Bà viết dở đã đóng vì quá một ngày chưa gửi, cán bộ chưa nhận được. "
        "Cần gửi lại, xin nhắn “phản ánh”."
    ),
    "intake_twice": (
        "Ông/Bà vừa gửi phản ánh cùng nội dung, mã {code}. Nhắn “hủy” nếu đây là gửi trùng, "
        "“vẫn gửi” để gửi thêm một phản ánh nữa."
    ),
    "button_send_twice": "Vẫn gửi",
    "says_send_twice": "vẫn gửi",
    "button_not_twice": "Không gửi nữa",
    "says_not_twice": "hủy",
    # The receipt
    "receipt_code": "Đã ghi nhận phản ánh của Ông/Bà gửi UBND {place}. Mã phản ánh: {code}.",
    "receipt_accept_by": "Chậm nhất {due}, cán bộ báo Ông/Bà phản ánh có được tiếp nhận hay không.",
    "receipt_commitment": (
        "Sau khi tiếp nhận, UBND {place} trả lời trong {days} ngày làm việc ({basis})."
    ),
    "receipt_petition": (
        "Chỉ công chức đầu mối xem đơn này để phân loại và báo hướng xử lý chậm nhất {due}; "
        "đây chưa phải là thụ lý khiếu nại."
    ),
    "receipt_incomplete": (
        "Còn thiếu {missing} nên chưa đủ thông tin để tiếp nhận chính thức (Nghị định 20/2008/NĐ-CP, "
        "Điều 7). Nội dung được giữ đến hết {day}; Ông/Bà nhắn phần còn thiếu tại đây là được."
    ),
    "receipt_anonymous": (
        "Ông/Bà không để lại liên hệ nên đây là tin báo không định danh: vẫn được xử lý, không có "
        "văn bản trả lời riêng; xin xem kết quả bằng mã trên."
    ),
    "receipt_follow": "Để xem tình hình xử lý, xin nhắn “phản ánh của tôi” hoặc nhắn mã trên.",
    "receipt_window": (
        "Zalo chỉ cho cơ quan nhắn trong {days} ngày kể từ tin cuối của Ông/Bà. Sau đó, xin nhắn “kết quả” "
        "để xem, hoặc cán bộ gọi số đã cung cấp."
    ),
    "receipt_window_no_phone": (
        "Zalo chỉ cho cơ quan nhắn trong {days} ngày kể từ tin cuối của Ông/Bà. "
        "Sau đó, xin nhắn “kết quả” để xem."
    ),
    "receipt_announced": "Kênh này được công bố tại {document}.",
    "receipt_not_announced": (
        "Kênh này hỗ trợ gửi phản ánh, chưa thay cho hình thức tiếp nhận theo Nghị định "
        "20/2008/NĐ-CP; việc tiếp nhận chính thức do cán bộ xác nhận."
    ),
    # Consents, after the code
    "button_consent_name": "Đồng ý nêu tên",
    "says_consent_name": "đồng ý nêu tên {code}",
    "button_consent_template": "Nhận tin mẫu Zalo",
    "says_consent_template": "đồng ý nhận tin mẫu {code}",
    "consent_name": (
        "Tôi đồng ý để UBND {place} nêu họ tên của tôi khi công khai kết quả xử lý {code}."
    ),
    "consent_template": (
        "Tôi đồng ý nhận tin nhắn theo mẫu của Zalo về kết quả xử lý {code} từ UBND {place}."
    ),
    "own_publication": (
        "Việc công khai kết quả do cơ quan xem xét; "
        "tên Ông/Bà chỉ được nêu khi Ông/Bà nhắn “đồng ý nêu tên”."
    ),
    "consent_given": "Đã ghi nhận: “{wording}” Muốn rút lại, xin nhắn “rút đồng ý”.",
    "consent_given_before": "Ông/Bà đã đồng ý việc này từ trước. Muốn rút lại, xin nhắn “rút đồng ý”.",
    "consent_hidden": "{code}: Ông/Bà đã chọn ẩn tên nên tên không được nêu khi công khai.",
    "consent_not_needed": "{code}: Ông/Bà không để lại họ tên nên không có tên để nêu.",
    # States
    "state_received": "Đã gửi, chờ tiếp nhận",
    "state_needs_info": "Chờ bổ sung thông tin",
    "state_accepted": "Đã tiếp nhận",
    "state_assigned": "Đã phân công",
    "state_in_progress": "Đang xử lý",
    "state_drafted": "Đang xử lý",
    "state_approved": "Đang xử lý",
    "state_answered": "Đã trả lời",
    "state_reopened": "Đang xử lý lại",
    "state_refused": "Không tiếp nhận",
    "state_transferred": "Đã chuyển cơ quan có thẩm quyền",
    "state_merged": "Đã gộp với phản ánh khác",
    "state_withdrawn": "Người gửi đã rút",
    "state_closed": "Đã kết thúc",
    "status_waiting": "{code}: {state}; chậm nhất {due}, cán bộ báo có tiếp nhận hay không.",
    "status_due": "{code}: {state}, hạn trả lời {due}.",
    "status_overdue": "{code}: {state}, hạn trả lời {due} đã qua.",
    "status_kept": "{code}: {state}, nội dung được giữ đến hết {due}.",
    "status_since": "{code}: {state} từ ngày {changed_on}.",
    "status_at": "{code}: {state} ngày {changed_on}.",
    "status_sent": "Gửi lúc {received_at}.",
    "status_details": "Nội dung chi tiết chỉ xem được từ cuộc trò chuyện đã gửi phản ánh.",
    # Looking up by code
    "case_unknown": "Chưa tìm thấy phản ánh có mã {code}. Xin kiểm tra lại mã.",
    "case_code_wrong": (
        "Mã phản ánh chưa đúng, xin kiểm tra lại từng chữ. Mã có dạng PA261123-XXXXXX."
    ),
    "case_lookup_limited": (
        "Nhiều mã vừa tra không đúng nên việc tra mã tạm dừng. Xin thử lại sau một giờ; "
        "phản ánh gửi từ cuộc trò chuyện này vẫn xem được bằng “phản ánh của tôi”."
    ),
    # Own PAKN
    "cases_own": "Phản ánh của Ông/Bà:\n{lines}",
    "cases_none": "Ông/Bà chưa gửi phản ánh nào từ cuộc trò chuyện này.",
    "case_card": "{status}\nNội dung: {gist}",
    "case_card_told": "Tin gần nhất ({day}): {text}",
    "case_card_answer": "Trả lời (văn bản số {number} ngày {day}, người ký: {signer}):\n{answer}",
    "case_card_merged": "Kết quả sẽ được báo cùng phản ánh đã gộp.",
    "button_case": "Xem {code}",
    "says_case": "{code}",
    "rate_which": "Ông/Bà muốn nói về phản ánh nào?",
    "rate_none": "Hiện Ông/Bà không có phản ánh nào đã trả lời để đánh giá hoặc mở lại.",
    "rate_yes": "Cảm ơn Ông/Bà đã cho biết. {code} được ghi nhận là đã giải quyết.",
    "rate_not": (
        "Đã ghi nhận {code} chưa giải quyết xong. Ông/Bà có thể mở lại một lần, chậm nhất {day}, "
        "để cơ quan xử lý tiếp."
    ),
    "rate_not_again": (
        "Đã ghi nhận {code} chưa giải quyết xong. Phản ánh này không mở lại được nữa; "
        "Ông/Bà có thể gửi phản ánh mới."
    ),
    "button_reopen": "Mở lại",
    "says_reopen": "mở lại {code}",
    "reopen_ask": "Xin Ông/Bà cho biết điều gì còn chưa xong, một câu ngắn là đủ.",
    "case_reopened": "{code} đã được mở lại, hạn trả lời {due}.",
    "withdraw_ask": "Ông/Bà có chắc chắn rút {code} không? Khi đã rút, phản ánh này không được xử lý nữa.",
    "button_withdraw_sure": "Rút phản ánh",
    "says_withdraw_sure": "đồng ý rút {code}",
    "button_keep_case": "Giữ lại",
    "says_keep_case": "không rút",
    "case_withdrawn": "Đã rút {code}, cơ quan không xử lý tiếp phản ánh này.",
    "case_kept": "{code} vẫn được giữ và xử lý như cũ.",
    "add_ask": "Xin Ông/Bà nhắn nội dung hoặc gửi ảnh cần bổ sung cho {code}.",
    "case_added": "Đã bổ sung vào {code}; người xử lý được báo để xem nội dung này.",
    "case_added_info": "Đã bổ sung. {status}",
    "complete_missing": "Đã ghi nhận. {code} còn thiếu {missing}; xin Ông/Bà nhắn thêm.",
    "belongs_ask": "Tin vừa nhắn là để bổ sung cho {code}, phải không?",
    "button_belongs": "Đúng, bổ sung",
    "says_belongs": "bổ sung vào {code}",
    "button_not_belongs": "Phản ánh mới",
    "says_not_belongs": "đây là phản ánh mới",
    "button_just_asking": "Không phải",
    "says_just_asking": "không bổ sung",
    "case_not_added": "Chưa bổ sung gì. Ông/Bà cần hỏi việc khác, xin nhắn lại.",
    "remark_open": "{status}\nÔng/Bà muốn bổ sung nội dung vừa nhắn vào phản ánh này không?",
    "remark_answered": "{status}\nNếu việc chưa xong, Ông/Bà có thể mở lại phản ánh này.",
    "remark_over": "{status}\nPhản ánh này đã kết thúc; nếu việc vẫn còn, Ông/Bà có thể gửi phản ánh mới.",
    "button_report_again": "Gửi phản ánh mới",
    "says_report_again": "phản ánh mới",
    "case_addition": "Bổ sung ngày {day}: {text}",
    "case_not_now": "Ở bước này không thực hiện được việc Ông/Bà vừa yêu cầu.",
    "cases_none_open": "Hiện không có phản ánh nào của Ông/Bà đang xử lý.",
    "nothing_kept": "Nội dung trước đó không còn được giữ. Xin Ông/Bà nhắn lại.",
}
