"""What Word's XML means: styles, automatic numbers, the runs of a paragraph."""
