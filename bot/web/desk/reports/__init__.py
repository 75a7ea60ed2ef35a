"""The parts of “Báo cáo”: tables and charts."""
