"""Guides, and who may read a document."""

SENTENCES: dict[str, str] = {
    "error_no_text": "{name}: no text was found in it, so it was not stored.",
    "guide_head": "Guide {plan}: {title}",
    "guide_facts": "Number: {number} · issued on: {day} · place: {place}",
    "guide_superseded": "Another version has replaced this guide; it does not answer any more.",
    "guide_replaces": "Once confirmed, this replaces guide {plan}.",
    "guide_count": (
        "A guide: {count} paragraphs, no tasks; once confirmed, it answers and reminds of nothing."
    ),
    "guide_paragraphs": "The paragraphs that answer:",
    "guide_place": "[{place}] ",
    "guide_paragraph": "{number}. {where}{text}",
    "guide_confirmed": "Confirmed guide {plan}.",
    "guide_confirmed_replaced": "Guide {replaced} is replaced.",
    "guide_draft_notice": (
        "Guide {plan} was just loaded and waits for you to check it: {document}. {count} "
        "paragraphs were read, no tasks. It answers once you have confirmed it."
    ),
    "guide_draft_notice_replaces": "Once confirmed, it replaces guide {plan}.",
    "guide_drafts_item": "Guide {plan}: {document}.",
    "guide_draft": "A draft: it does not answer yet. Confirm it with: motcua plan confirm {plan}",
    "guide_kind": "guide",
    "audience_public": "Public: citizens are answered from this document too.",
    "audience_internal": "Internal: only officials are answered from this document.",
    "audience_public_short": "public",
    "audience_internal_short": "internal",
    "confirmed_internal": (
        "From now on this document answers officials; citizens are not answered from it, as it is "
        "not public yet."
    ),
    "publish_hint": "To make it public: motcua plan publish {plan}",
    "published": "Document {plan} is public: from now on citizens are answered from it too.",
    "published_draft": (
        "Document {plan} is marked public; once confirmed, citizens are answered from it too."
    ),
    "published_already": "Document {plan} is public already.",
    "withdrawn": (
        "Document {plan} is not public any more: from now on only officials are answered from it."
    ),
    "withdrawn_already": "Document {plan} is internal; only officials are answered from it.",
    "superseded_unpublished": (
        "Another version has replaced document {plan}, so there is no need to make it public."
    ),
    "button_publish_plan": "Make public",
    "says_publish_plan": "publish plan {plan}",
    "button_withdraw_plan": "Make internal",
    "says_withdraw_plan": "unpublish plan {plan}",
    "check_internal": (
        "{count} plans are confirmed but not public: citizens are not answered from them."
    ),
}
