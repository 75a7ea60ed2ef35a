"""What is said because of the channel it is said on."""

SENTENCES = {
    "menu_words": "Ông/Bà có thể nhắn: {says}.",
}
