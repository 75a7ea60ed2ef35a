"""Figures on cases (PAKN) of a reporting period: in chat, as a workbook, as JSON."""
