"""Texts in the OpenDocument format (OASIS ODF 1.2 and 1.3), as LibreOffice and others write them. Read only."""
