"""The parts of “Hôm nay”: lists of what waits, and charts."""
