"""What is said because of the channel it is said on."""

SENTENCES = {
    "menu_words": "You may send: {says}.",
}
